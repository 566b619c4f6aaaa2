import { adviceOn } from './advice';
import { Finding } from '../rules/finding';

/**
 * `rule-id: Kind ns/name field: message; fix`; without the object where it is about none, as a text that cannot be read.
 *
 * @param finding what was found
 * @param advised whether a StatefulWorkload declares it, whose props and calls can be named
 */
export function findingLine(finding: Finding, advised = false): string {
  const name = finding.namespace ? `${finding.namespace}/${finding.name}` : finding.name;
  const where = [finding.kind, name, finding.path].filter((part) => part !== '').join(' ');
  return `${finding.ruleId}: ${where && `${where}: `}${finding.message}; ${finding.fix}${advised ? adviceOn(finding) : ''}`;
}

/**
 * Warnings go to stderr: the manifests may be piped from stdout.
 *
 * @param findings what was found
 * @param advised those that a StatefulWorkload declares
 */
export function printWarnings(findings: readonly Finding[], advised: ReadonlySet<Finding> = new Set()): void {
  const lines = findings.filter((f) => f.severity === 'warning').map((f) => `warning [${f.constructPath}] ${findingLine(f, advised.has(f))}\n`);
  if (lines.length > 0) process.stderr.write(lines.join(''));
}
