import { findings } from './harness';
import { configMap, corefile, holdsForPage, ofKeys } from './page';
import { corefileCacheInOverride } from '../../src/rules/corefile-cache-in-override';

holdsForPage(corefileCacheInOverride, {
  name: 'coredns-custom',
  path: 'data["db.override"]',
  message: 'line 1, column 1: db.override is read inside a server block that has a cache already, and CoreDNS takes one: it exits at its next start',
});

const CACHE = 'log\ncache 30 {\n  denial 9984 1\n}\n';
const beside = (main: string, data: Record<string, string> = { 'a.override': CACHE }) =>
  findings(corefileCacheInOverride, [configMap('coredns-custom', data), configMap('coredns', { Corefile: main })]).map(({ path, message }) => [path, message.slice(0, 16)]);

test.each(['a.override', 'a.include'])('fails a cache in %s, where the Corefile of the platform is not rendered', (key) => {
  expect(ofKeys(corefileCacheInOverride, 'coredns-custom', { [key]: CACHE }).map(({ message }) => message.slice(0, 16))).toEqual(['line 2, column 1']);
});

test('fails it where the rendered Corefile imports it into a block with a cache', () => {
  expect(beside(corefile('  cache 30\n  import custom/*.override'))).toEqual([['data["a.override"]', 'line 2, column 1']]);
});

test('fails the second of two overrides that bring a cache', () => {
  expect(beside(corefile('  import custom/*.override'), { 'a.override': CACHE, 'b.override': CACHE })).toEqual([['data["b.override"]', 'line 2, column 1']]);
});

test('a cache that is the first of its block is accepted, and so is one that no import brings', () => {
  expect(beside(corefile('  import custom/*.override'))).toEqual([]);
  expect(beside(corefile('  import custom/other.override\n  cache 30'))).toEqual([]);
  expect(beside(corefile('  cache 30'))).toEqual([]);
});

test('an override of other plugins is accepted, and so is a server block with its own cache', () => {
  expect(ofKeys(corefileCacheInOverride, 'coredns-custom', { 'a.override': 'log\n', 'b.server': 'a.test {\n  cache 30\n}\n', 'c.txt': CACHE })).toEqual([]);
});
