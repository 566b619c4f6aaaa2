import type { Advice, AdviceRefusal } from '../cluster-dns/advice';

/** How a command ends: 0 nothing to do or done, 1 refused, 2 input that cannot be used. */
export enum Exit {
  DONE = 0,
  REFUSED = 1,
  UNUSABLE = 2,
}

/** Where a command reads and writes: text to `out`, so that it can be piped, and everything else to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readFile: (path: string) => string;
  readonly readStdin: () => Promise<string>;
  readonly writeFiles: (folder: string, files: ReadonlyArray<{ readonly fileName: string; readonly text: string }>) => string[];
}

export const UNUSABLE_INPUT = 'unusable-input';

/** Ends a command because of what it was given. */
export class UnusableInput extends Error {
  /** Compiled files have classes of their own, so an error is known by its code. */
  public readonly code = UNUSABLE_INPUT;

  public constructor(where: string, what: string, fix: string) {
    super(`${where}: ${what}; ${fix}`);
  }
}

export const FILE_FIX = 'give the path of the Corefile or of its ConfigMap, or - for the standard input';

/** Ends a command that was given no Corefile where the platform needs one. */
export function needsFile({ current }: { readonly current?: unknown }, { refusals }: Advice): void {
  const needed = current === undefined ? refusals.find(({ code }) => code === 'corefile-needed') : undefined;
  if (needed) throw new UnusableInput('FILE', needed.message, FILE_FIX);
}

/** Lines of a report, each under its word. */
export function report(word: string, lines: readonly string[]): string {
  return lines.map((line) => `${word}: ${line}\n`).join('');
}

/** `where: what is wrong; what to do`. */
export function refusalLine({ where, message, fix }: AdviceRefusal): string {
  return `${where}: ${message}; ${fix}`;
}
