import { findings, parse } from './harness';
import { readPage, SECTIONS } from '../../scripts/rule-page';
import { RULES } from '../../src/rules';
import type { Finding } from '../../src/rules/finding';
import type { Rule } from '../../src/rules/rule';
import { judge } from '../../src/rules/run';

/** The page of a rule: its YAML, and what it says that CoreDNS makes of it. */
export interface Page {
  readonly incorrect: Example;
  readonly correct: Example;
  readonly headings: readonly string[];
  readonly source: string;
}

export interface Example {
  readonly yaml: string;
  readonly objects: readonly any[];
  readonly statement: string;
}

/** The page of a rule in docs/rules. */
export function page(id: string): Page {
  const text = readPage(id);
  const section = (name: string) => text.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? '';
  return {
    incorrect: example(section('Incorrect')),
    correct: example(section('Correct')),
    headings: [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
    source: section('Source').slice('Source\n\n'.length).trim(),
  };
}

function example(section: string): Example {
  const [yaml, ...more] = fenced(section, 'yaml');
  const [statement, ...others] = fenced(section, 'text');
  if (yaml === undefined || statement === undefined || more.length + others.length > 0) throw new Error('a section has one YAML block and one statement');
  return { yaml, objects: parse(yaml), statement: statement.trim() };
}

function fenced(section: string, language: string): string[] {
  return [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code);
}

/** Laws that every page keeps; a rule's test calls it, then says what else holds. */
export function holdsForPage(rule: Rule, expected: Partial<Finding>): void {
  const read = page(rule.id);

  test('fails the incorrect text of its page, and no other rule says a word', () => {
    const found = judge(read.incorrect.objects, RULES, { minor: 28, clusterDomain: 'cluster.local' }).map(({ finding }) => finding);
    expect(found).toEqual([expect.objectContaining({ ruleId: rule.id, severity: rule.severity, kind: 'ConfigMap', acknowledgeable: true, ...expected })]);
    expect(findings(rule, [...read.incorrect.objects])).toEqual(found);
  });

  test('no rule says a word about the correct text of its page', () => {
    expect(judge(read.correct.objects, RULES, { minor: 28, clusterDomain: 'cluster.local' })).toEqual([]);
  });

  test('the page has every section in order', () => {
    expect(read.headings).toEqual(SECTIONS);
  });
}

/** What one rule says of a Corefile in the ConfigMap `coredns`. */
export function ofCorefile(rule: Rule, text: string): Finding[] {
  return ofKeys(rule, 'coredns', { Corefile: text });
}

/** What one rule says of a ConfigMap with these texts. */
export function ofKeys(rule: Rule, name: string, data: Record<string, string>): Finding[] {
  return findings(rule, [configMap(name, data)]);
}

/** A ConfigMap of cluster DNS. */
export function configMap(name: string, data: Record<string, unknown>, namespace: string | undefined = 'kube-system'): any {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data };
}

/** kubeadm's server block with these lines in place of its cache. */
export function corefile(cache: string, ttl = 30): string {
  return `.:53 {\n  errors\n  kubernetes cluster.local in-addr.arpa {\n    ttl ${ttl}\n  }\n${cache}\n  forward . /etc/resolv.conf\n}\n`;
}

/** Message by message, the place in front taken off. */
export function places(found: readonly Finding[]): string[] {
  return found.map(({ message }) => /^line \d+, column \d+/.exec(message)![0]);
}
