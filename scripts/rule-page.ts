import { existsSync, readFileSync, readdirSync } from 'fs';
import { join, resolve } from 'path';
import type { Rule } from '../src/rules/rule';

const FOLDER = join(resolve(__dirname, '..'), 'docs/rules');

/** Headings of a page, in order. */
export const SECTIONS = ['Why', 'Incorrect', 'Correct', 'When to turn it off', 'Source'];

/** Ids of the rules that have a page. */
export function pages(): string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length)).sort() : [];
}

export function pageFile(id: string): string {
  return join(FOLDER, `${id}.md`);
}

export function readPage(id: string): string {
  return readFileSync(pageFile(id), 'utf8');
}

/** Whether a finding of the rule may carry a severity or a verdict of its own. */
export function differs(rule: Rule, field: 'severity' | 'rejected'): boolean {
  return new RegExp(`\\b${field}\\b`).test(`${rule.set} ${rule.all}`);
}

/** The page with its first and its last lines as the rule has them; all between is written by hand. */
export function withRule(page: string, rule: Rule): string {
  const { id, severity, title, source } = rule;
  const varies = differs(rule, 'severity') ? ', unless the finding says otherwise' : '';
  const head = [
    '<!-- Head and source are written by scripts/rule-list.ts from src/rules; the rest by hand. -->',
    '',
    `# ${id}`,
    '',
    `**${severity}**${varies}: ${title}`,
  ].join('\n');
  const body = page.slice(page.indexOf('\n## Why\n'), page.indexOf('\n## Source\n'));
  return `${head}\n${body}\n## Source\n\n${source.replace(/</g, '&lt;')}\n`;
}
