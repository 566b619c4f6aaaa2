import type { Finding } from '../../rules/finding';
import type { CheckResult } from '../check';

/** What is written: the findings that are to be seen, and what was found in all. */
export interface Report extends CheckResult {
  /** Version of this program, for formats that name it. */
  readonly version: string;
  /** Whether the reader's screen shows colours. */
  readonly colours: boolean;
}

/** `Kind namespace/name`; empty for what is about no object. */
export function subject({ kind, namespace, name }: Finding): string {
  return [kind, namespace && name ? `${namespace}/${name}` : name].filter(Boolean).join(' ');
}

/** Without characters that a terminal would obey or XML refuses. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd');
}

/** `1 error`, `2 errors`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
