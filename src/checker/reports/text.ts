import { Report, counted, printable, subject } from './report';
import type { Finding } from '../../rules/finding';

const COLOURS: Readonly<Record<string, string>> = { error: '31', warning: '33', info: '36', dim: '2', bold: '1' };
/** Longer lines are shown around the column. */
const WIDTH = 140;
/** Letters that take two columns of a terminal: East Asian ones but for their narrow forms, and emoji. */
const WIDE = /(?![\uff61-\uffdc])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/gu;
/** Marks that take none, since they stand over the letter before. */
const MARKS = /[\p{Mn}\p{Me}\u200b-\u200d\ufe0f]/gu;

/** One paragraph a finding: place, rule and message, then the line of the source and a caret. */
export function textReport({ findings, summary, lineOf, colours, unusable }: Report): string {
  const paint = (style: string, text: string) => colours ? `\u001b[${COLOURS[style]}m${text}\u001b[0m` : text;
  const paragraphs = findings.map((finding) => {
    const { file, line, column, path, severity, ruleId, message, fix } = finding;
    const place = file === undefined ? `${path} `.trimStart() : `${file}:${line}:${column} `;
    const about = subject(finding);
    const head = `${paint('bold', printable(place))}${paint(severity, severity)} ${ruleId}${about && ` ${printable(about)}`}: ${printable(message)}; ${printable(fix)}`;
    return [head, ...excerpt(lineOf(finding), finding).map((text) => paint('dim', text))].join('\n');
  });
  const { errors, warnings, infos, objects, files, statefulSets } = summary;
  const seen = `${counted(statefulSets, 'StatefulSet')} among ${counted(objects, 'object')} in ${counted(files, 'file')}`;
  const total = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(infos, 'info')}: ${seen}${unusable ? '; not all of it could be read' : ''}`;
  return `${[...paragraphs, total].join('\n')}\n`;
}

/** The line that a finding points at, and a caret below the column. */
function excerpt(source: string, { column = 1 }: Finding): string[] {
  if (source.trim() === '') return [];
  const from = source.length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - WIDTH / 2, source.length - WIDTH));
  const shown = printable(source.slice(from, from + WIDTH));
  const indent = shown.slice(0, column - 1 - from).replace(MARKS, '').replace(WIDE, '  ').replace(/[^\t]/gu, ' ');
  return [`  ${shown}`, `  ${indent}^`];
}
