import { isDeepStrictEqual } from 'util';
import { RealBlock, RealReading } from './real-parser';
import { shown } from './shown';

const EDITED = 'cache';

function words(block: RealBlock, name: string): string[] {
  return (block.directives[name] ?? []).map(({ text }) => text);
}

/** Each word, and whether it begins a line: lines may move, but not join or split. */
function lines(block: RealBlock, name: string): unknown[] {
  const tokens = block.directives[name];
  return tokens.map(({ line, text }, at) => [text, line !== tokens[at - 1]?.line]);
}

/** Everything that an edit leaves alone. */
function rest(block: RealBlock): unknown {
  const names = Object.keys(block.directives).sort();
  return [block.keys, names.map((name) => (name === EDITED ? name : [name, lines(block, name)]))];
}

function caches({ blocks }: RealReading): string[][] {
  return blocks.map((block) => words(block, EDITED));
}

/** What an edit did for CoreDNS that it must not do, if anything. */
export function editDifference(before: RealReading, after: RealReading, changed: boolean): string | undefined {
  if (withoutLine(before.error) !== withoutLine(after.error)) return `the edit changes the verdict from ${shown(before.error)} to ${shown(after.error)}`;
  if (before.blocks.length !== after.blocks.length) return `the edit makes ${after.blocks.length} server blocks of ${before.blocks.length}`;
  const at = before.blocks.findIndex((block, each) => !isDeepStrictEqual(rest(block), rest(after.blocks[each])));
  if (at >= 0) return `the edit changes more than cache: ${shown(rest(before.blocks[at]))} becomes ${shown(rest(after.blocks[at]))}`;
  return changed !== isDeepStrictEqual(caches(before), caches(after)) || before.error !== '' ? undefined
    : `the edit ${changed ? 'changes the text but no word' : 'changes words but not the text'} of a cache`;
}

/** A missing file is missing before and after, on another line. */
function withoutLine(error: string): string {
  return error.replace(/^Corefile:\d+/, 'Corefile');
}
