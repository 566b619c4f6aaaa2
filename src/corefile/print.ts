import { Corefile } from './cst';

/** A replacement of source text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text of a tree: its source byte for byte, with splices applied. Splices do not overlap; equal places keep their order. */
export function print(file: Corefile, splices: readonly Splice[] = []): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start);
  let text = '';
  let at = 0;
  for (const splice of ordered) {
    text += file.source.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return text + file.source.slice(at);
}
