import { Report, subject } from './report';
import { textReport } from './text';

const LEVELS: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands that GitHub shows beside the changed lines.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubReport(report: Report): string {
  const commands = report.findings.map((finding) => {
    const { severity, ruleId, message, fix, file, line, column } = finding;
    const place = file === undefined || file === '-' ? [] : [`file=${property(file.replace(/^\.\//, ''))}`, `line=${line}`, `col=${column}`];
    return `::${LEVELS[severity]} ${[...place, `title=${property(ruleId)}`].join(',')}::${data(`${[subject(finding), message].filter(Boolean).join(': ')}; ${fix}`)}\n`;
  });
  return commands.join('') + textReport({ ...report, findings: [] });
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
