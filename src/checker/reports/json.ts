import type { Report } from './report';

/** One JSON object: the findings with their places, and a summary. */
export function jsonReport({ findings, summary }: Report): string {
  const rows = findings.map(({ ruleId, severity, message, fix, apiVersion, kind, namespace, name, path, file, line, column, docsUrl }) =>
    ({ ruleId, severity, message, fix, apiVersion, kind, namespace, name, path, file, line, column, docsUrl }));
  return `${JSON.stringify({ findings: rows, summary }, undefined, 2)}\n`;
}
