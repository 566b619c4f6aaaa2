import { Finding } from '../rules/finding';

/** `rule-id Kind ns/name field: message; fix`. */
export function findingLine(finding: Finding): string {
  const name = finding.namespace ? `${finding.namespace}/${finding.name}` : finding.name;
  const where = [finding.kind, name, finding.path].filter((part) => part !== '').join(' ');
  return `${finding.ruleId}: ${where}: ${finding.message}; ${finding.fix}`;
}

/** Warnings go to stderr: the manifests may be piped from stdout. */
export function printWarnings(findings: readonly Finding[]): void {
  const lines = findings.filter((f) => f.severity === 'warning').map((f) => `warning [${f.constructPath}] ${findingLine(f)}\n`);
  if (lines.length > 0) process.stderr.write(lines.join(''));
}
