import { cacheOptions } from '../../src/corefile/cache-options';
import { parse } from '../../src/corefile/parse';
import { ownCache, refuseBroken, refuseGlued, refuseLeak, refuseUnreadable, Refused } from '../../src/corefile/refusal';

/** Code and line of the refusal that something ends with; undefined without one. */
function refused(run: () => unknown) {
  try {
    run();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, line } = error.refusal;
    return [code, line];
  }
}

const cacheOf = (lines: string) => parse(`. {\n${lines}\n}\n`).blocks[0].directives[0];

test('a text that CoreDNS reads as it looks is not refused', () => {
  expect(refused(() => refuseBroken(parse('. {\n  cache 30\n}\n')))).toBeUndefined();
});

test.each([
  ['. {\n', 'expected-close-brace', 1], ['', 'no-server-block', 1], ['a, {\n}\n', 'extra-comma', 1], ['{$ZONE} {\n}\n', 'environment-variable', 1], ['. {\n  log "x\n}\n', 'expected-close-brace', 2],
])('fails the text %j', (text, code, line) => {
  expect(refused(() => refuseBroken(parse(text)))).toEqual([code, line]);
});

test.each([
  ['cache 30\ncache 10', 'cache-twice', 3], ['import other', 'import-may-hold-cache', 2],
])('fails a block with %j', (lines, code, line) => {
  expect(refused(() => ownCache(parse(`. {\n${lines}\n}\n`).blocks[0]))).toEqual([code, line]);
});

test('fails a cache that a snippet brings, and a block without any has none', () => {
  const file = parse('(shared) {\n  cache 30\n}\n. {\n  import shared\n}\n');
  expect(refused(() => ownCache(file.blocks[0]))?.[0]).toBe('cache-in-snippet');
  expect(ownCache(parse('. {\n  log\n}\n').blocks[0])).toBeUndefined();
});

test.each([
  ['cache {\n  import more\n}', 'import-in-cache', 3], ['cache {$TTL}', 'environment-variable', 2], ['cache {\n  disable all\n}', 'cache-malformed', 3],
  ['cache {\n  denial x\n}', 'cache-malformed', 3], ['cache {\n  success 1 }', 'cache-malformed', 3],
])('fails the options %j', (lines, code, line) => {
  expect(refused(() => refuseUnreadable(cacheOf(lines)))).toEqual([code, line]);
});

test('fails denials that are switched off while refreshes bring them back, unless successes are off too', () => {
  const leak = (lines: string) => refused(() => refuseLeak(cacheOf(lines), ['cluster.local']));
  expect(leak('cache {\n  prefetch 10\n}')).toEqual(['refresh-leaks', 3]);
  expect(leak('cache {\n  prefetch 10\n  disable success cluster.local\n}')).toBeUndefined();
  expect(leak('cache 30')).toBeUndefined();
  expect(cacheOptions(cacheOf('cache 30')).refresh).toBeUndefined();
});

test('fails a change on a line where a comment is glued to a word, and on no other', () => {
  const file = parse('. {\n  cache 30#now\n  log\n}\n');
  expect(refused(() => refuseGlued(file, new Set([2])))).toEqual(['glued-comment', 2]);
  expect(refused(() => refuseGlued(file, new Set([3])))).toBeUndefined();
});
