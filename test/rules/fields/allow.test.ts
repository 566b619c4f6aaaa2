import * as allow from '../../../src/rules/fields/allow';
import type { Allow } from '../../../src/rules/fields/shape';

const refused = (check: Allow, values: readonly unknown[], minor = 28) => values.filter((value) => check(value, minor) !== undefined);

test.each<[string, Allow, unknown[], unknown[]]>([
  ['words', allow.words('TCP', 'UDP'), ['TCP', ''], ['tcp', 'TCP ']],
  ['exact words', allow.exactWords('TCP'), ['TCP'], ['']],
  ['ranges', allow.range(1, 100), [1, 100], [0, 101, -1]],
  ['qualified names', allow.qualified, ['example.org/name', 'name'], ['', 'a b', 'x/', 'a/b/c']],
  ['label values', allow.labelValue, ['', 'a.b_c-D'], ['-a', 'a b', 'a'.repeat(64)]],
  ['label maps', allow.labels, [{}, { 'a.b/c': 'd' }], [{ 'a b': 'c' }, { a: 'b c' }]],
  ['IP addresses', allow.ip, ['192.0.2.1', '2001:db8::1', '::', '::ffff:192.0.2.1', '1:2:3:4:5:6:7:8'], ['', '192.0.2', '192.0.2.256', '1:2', '1::2::3', 'x', '1:2:3:4:5:6:7::8:9', '192.0.2.1.']],
  ['ranges of addresses', allow.cidr, ['10.0.0.0/8', '2001:db8::/32', '0.0.0.0/0'], ['10.0.0.0', '10.0.0.0/33', '10.0.0.0/8 ', '/8', '10.0.0.0/8/8', '10.0.0.0/']],
  ['ports', allow.port, [1, 65535, 'http'], [0, 65536, '', '8080', 'a'.repeat(16), 'a--b']],
  ['ports or nothing', allow.portOrNothing, [0, '', 80], [-1, '80']],
  ['keys', allow.configKey, ['a.b', '_x'], ['', '..', '..a', '.', 'a/b']],
  ['paths in volumes', allow.projectedPath, ['a/b', 'a..b'], ['/a', '../a', 'a/../b', '..a']],
  ['names of headers', allow.headerName, ['X-Probe'], ['', 'a_b']],
  ['kernel parameters', allow.sysctl, ['net.ipv4.tcp_x', 'net/ipv4/x'], ['', 'A', 'net..x']],
  ['search domains', allow.searchDomain, ['example.org.'], ['', 'a b', 'A', '.', '_x.example.org', 'a-.b']],
  ['beginnings of variables', allow.envPrefix, ['', 'DB_'], ['a=b', 'é', '10%', '..a']],
  ['quantities', allow.noLessThanNothing, ['1Gi', 0], ['-1', -1]],
  ['exactly one of several', allow.oneOf('a', 'b'), [{ a: 1 }, { a: null, b: {} }], [{}, { a: 1, b: 2 }, null]],
  ['at least one of several', allow.anyOf('a', 'b'), [{ a: 1, b: 2 }], [{}, { a: null }]],
  ['entries that differ', allow.unique('name'), [[{ name: 'a' }, { name: 'b' }]], [[{ name: 'a' }, { name: 'a' }]]],
])('%s are told from what is none', (_name, check, good, bad) => {
  expect(refused(check, good)).toEqual([]);
  expect(refused(check, bad)).toEqual(bad);
});

test('from 1.33 on a search domain may be the root, and its labels may have underscores', () => {
  expect(refused(allow.searchDomain, ['.', 'example.org.', '_x.example.org', 'a_b.c'], 33)).toEqual([]);
  expect(refused(allow.searchDomain, ['', 'a b', 'A', 'a-.b'], 33)).toEqual(['', 'a b', 'A', 'a-.b']);
});

test('from 1.32 on a variable may begin with anything printable but an equals sign', () => {
  expect(refused(allow.envPrefix, ['', '10%', '../up'], 32)).toEqual([]);
  expect(refused(allow.envPrefix, ['a=b', 'é'], 32)).toEqual(['a=b', 'é']);
});
