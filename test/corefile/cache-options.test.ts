import { cacheOptions, disableLines, integer } from '../../src/corefile/cache-options';
import { parse } from '../../src/corefile/parse';

const of = (cache: string) => cacheOptions(parse(`. {\n${cache}\n}\n`).blocks[0].directives[0]);

test('without options a negative answer is kept for half an hour at most, and five seconds at least', () => {
  expect(of('cache')).toMatchObject({ denialTtl: 1800, denialMinTtl: 5, disabled: { success: [], denial: [] } });
  expect(of('cache').zones).toBeUndefined();
});

test('the first number is the longest time of both kinds, the rest are zones', () => {
  expect(of('cache 30')).toMatchObject({ denialTtl: 30 });
  expect(of('cache 30 Cluster.Local. example.org')).toMatchObject({ denialTtl: 30, zones: ['cluster.local', 'example.org'] });
  expect(of('cache example.org').zones).toEqual(['example.org']);
  expect(of('cache "" ').zones).toEqual(['""']);
});

test('the last line about denials counts, number by number', () => {
  expect(of('cache 30 {\n denial 9984 10\n denial 100\n}')).toMatchObject({ denialTtl: 10, denialMinTtl: 5 });
  expect(of('cache 30 {\n denial 9984 10 2\n denial 1 7\n}')).toMatchObject({ denialTtl: 7, denialMinTtl: 2 });
  expect(of('cache 30 {\n denial 9984 10\n}').denial?.args.map(({ text }) => text)).toEqual(['9984', '10']);
});

test('a kind is switched off for the zones of its last line, or for every zone', () => {
  expect(of('cache {\n disable denial\n}').disabled).toEqual({ success: [], denial: [''] });
  expect(of('cache {\n disable denial a.example\n disable denial B.example.\n disable success c.example\n}').disabled).toEqual({ success: ['c.example'], denial: ['b.example'] });
});

test('every line of disable is found, those that do not count too', () => {
  const lines = (cache: string) => disableLines(parse(`. {\n${cache}\n}\n`).blocks[0].directives[0]).map(({ name }) => name.line);
  expect([lines('cache {\n disable denial a.test\n success 1\n disable denial\n}'), lines('cache 30')]).toEqual([[3, 5], []]);
});

test('what refreshes in the background is known', () => {
  expect(of('cache {\n prefetch 10\n}').refresh?.name.text).toBe('prefetch');
  expect(of('cache {\n serve_stale\n}').refresh?.name.text).toBe('serve_stale');
  expect(of('cache {\n success 1\n}').refresh).toBeUndefined();
});

test.each([['30', 30], ['+5', 5], ['-1', -1], ['30s', undefined], ['', undefined], ['1.5', undefined], [undefined, undefined]])('the integer of %j is %j, as Go reads it', (text, value) => {
  expect(integer(text)).toBe(value);
});
