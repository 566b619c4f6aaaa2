import { cacheReading } from '../../src/corefile/cache-reading';
import { parse } from '../../src/corefile/parse';

const reading = (...lines: string[]) => cacheReading(parse(`. {\n ${lines.join('\n ')}\n}`).blocks[0].directives[0]);

test('names are held by the zones of the cache, or all of them', () => {
  const limited = reading('cache 30 a.test');
  expect([limited.holds('x.a.test'), limited.holds('b.test'), reading('cache 30').holds('b.test')]).toEqual([true, false, true]);
});

test('each kind is disabled for its own zones', () => {
  const { disabled } = reading('cache {', 'disable denial a.test', 'disable success b.test', '}');
  expect([disabled('denial', 'x.a.test'), disabled('success', 'x.a.test'), disabled('success', 'b.test'), disabled('denial', 'ba.test')]).toEqual([true, false, true, false]);
});

test('the environment and imported files make it unknown', () => {
  expect([reading('cache 30'), reading('cache {$TTL}'), reading('cache {', 'import x/*', '}')].map(({ unknown }) => unknown))
    .toEqual([undefined, '{$TTL} of cache depends on the environment of CoreDNS', 'options come into cache by import of x/*']);
});

test('braces that CoreDNS reads otherwise than they look make it unknown', () => {
  expect(reading('cache 30 { disable denial }').unknown).toBe('line 2: CoreDNS reads "}" of cache otherwise than it looks');
});

test('a directive is read once', () => {
  const [cache] = parse('. {\n cache\n}').blocks[0].directives;
  expect(cacheReading(cache)).toBe(cacheReading(cache));
});
