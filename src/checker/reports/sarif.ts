import { createHash } from 'crypto';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { Report, subject } from './report';
import type { Finding } from '../../rules/finding';
import { describe } from '../catalogue';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * SARIF 2.1.0, as code scanning reads it.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport({ findings, version }: Report): string {
  const ids = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-stateful', version, informationUri: 'https://github.com/cdk8s-stateful/cdk8s-stateful', rules: ids.map(descriptor) } },
      // Code scanning cuts off beyond 25,000 results of one run.
      results: findings.map((finding) => result(finding, ids.indexOf(finding.ruleId))),
      columnKind: 'utf16CodeUnits',
    }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptor(id: string): ReportingDescriptor {
  const { title, severity, docsUrl } = describe(id);
  return { id, shortDescription: { text: title }, helpUri: docsUrl, defaultConfiguration: { level: LEVELS[severity] } };
}

function result(finding: Finding, ruleIndex: number): Result {
  const { ruleId, severity, message, fix, file, line, column } = finding;
  const about = subject(finding);
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity as keyof typeof LEVELS],
    message: { text: `${about && `${about}: `}${message}; ${fix}` },
    locations: [{
      physicalLocation: { artifactLocation: { uri: uri(file) }, region: { startLine: line ?? 1, startColumn: column ?? 1 } },
      ...about && { logicalLocations: [{ fullyQualifiedName: `${about} ${finding.path}`.trim(), kind: 'object' }] },
    }],
    partialFingerprints: { 'field/v1': fingerprint(finding) },
  };
}

/** The same finding after lines have moved. */
function fingerprint({ file, ruleId, apiVersion, kind, namespace, name, path }: Finding): string {
  return createHash('sha256').update(JSON.stringify([uri(file), ruleId, apiVersion, kind, namespace, name, path])).digest('hex').slice(0, 32);
}

/** Relative to the working directory, as code scanning wants it. */
function uri(file: string | undefined): string {
  // Code scanning asks for a location, also of what an argument says.
  if (file === undefined) return 'arguments';
  if (file === '-') return 'stdin';
  const path = file.replace(/\\/g, '/').replace(/^\.\//, '');
  return (path.startsWith('/') ? 'file://' : '') + encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
