import { Report, printable, subject } from './report';
import type { Finding } from '../../rules/finding';

/** A suite a file. Errors are failures; what does not fail the run passes, with its text as output. */
export function junitReport({ findings, summary }: Report): string {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const file = finding.file ?? '';
    if (files.get(file)?.push(finding) === undefined) files.set(file, [finding]);
  }
  const suites = [...files].map(([file, own]) => suite(file, own));
  if (suites.length === 0) suites.push(element('testsuite', { name: 'cdk8s-stateful', tests: 1, failures: 0 }, [element('testcase', { classname: 'cdk8s-stateful', name: 'no findings' })]));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'cdk8s-stateful', tests: Math.max(findings.length, 1), failures: summary.errors }, suites)}\n`;
}

function suite(file: string, findings: readonly Finding[]): string {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  return element('testsuite', { name: file || 'settings', tests: findings.length, failures }, findings.map((finding) => {
    const { ruleId, severity, message, fix, path, line, column, docsUrl } = finding;
    const place = finding.file === undefined ? path : `${file}:${line}:${column}`;
    const text = `${place}\n${message}\n${fix}\n${docsUrl ?? ''}`;
    const child = severity === 'error' ? element('failure', { type: ruleId, message: `${message}; ${fix}` }, [escaped(text)]) : element('system-out', {}, [escaped(`${severity}: ${text}`)]);
    return element('testcase', { classname: ruleId, name: [subject(finding), path].filter(Boolean).join(' ') || ruleId, file, line: line ?? 1 }, [child]);
  }));
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('\n')}</${name}>`;
}

function escaped(text: string): string {
  return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\n/g, '&#10;');
}
