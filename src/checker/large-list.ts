import type { Chunk } from './documents';

/** A list cut at its items: each piece is a document by itself. */
export interface CutList {
  /** What stands before and behind the items. */
  readonly around: readonly Chunk[];
  /** Sequences of one item each. */
  readonly items: readonly Chunk[];
}

/** Shorter documents are read at once. */
const LARGE = 1 << 20;

/**
 * Cuts a large list (`kubectl get -o yaml`) at the dashes of its items, so that the whole of it is never in memory as
 * anything but text; undefined where the text is not plainly such a list. In block style every line of an item is
 * indented further than its dash.
 */
export function cutList({ text, start }: Chunk): CutList | undefined {
  if (text.length < LARGE) return undefined;
  const key = /^items:[ \t]*\r?\n(?=( *)- )/m.exec(text);
  if (key === null) return undefined;
  const dash = `\n${key[1]}- `;
  const piece = (from: number, to: number): Chunk => ({ text: text.slice(from, to), start: start + from });
  const items: Chunk[] = [];
  const end = endOfItems(text, key.index + key[0].length);
  let from = key.index + key[0].length;
  for (let at = text.indexOf(dash, from); at >= 0 && at < end; at = text.indexOf(dash, from)) {
    items.push(piece(from, at + 1));
    from = at + 1;
  }
  items.push(piece(from, end));
  return { around: [piece(0, key.index), piece(end, text.length)], items };
}

/** Where the next key of the list begins: a line that starts with neither space, dash nor comment. */
function endOfItems(text: string, from: number): number {
  const next = /\n(?=[^\s#-])/g;
  next.lastIndex = from;
  const found = next.exec(text);
  return found === null ? text.length : found.index + 1;
}
