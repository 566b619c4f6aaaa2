import { findings } from './harness';
import { configMap, holdsForPage, ofCorefile, ofKeys } from './page';
import { corefileZoneTwice } from '../../src/rules/corefile-zone-twice';

holdsForPage(corefileZoneTwice, {
  path: 'data.Corefile',
  message: 'line 8, column 1: ".:53" is served already by Corefile line 1, column 1: CoreDNS exits at its next start',
});

const two = (a: string, b: string, lines = ' whoami\n') => ofCorefile(corefileZoneTwice, `${a} {\n${lines}}\n${b} {\n${lines}}\n`);

test.each([['a.test', 'a.test:53'], ['A.test.', 'a.test'], ['dns://a.test', 'a.test:53'], ['a.test b.test', 'b.test']])('fails %s and %s', (a, b) => {
  expect(two(a, b)).toHaveLength(1);
});

test.each([['a.test', 'b.a.test'], ['a.test', 'a.test:54'], ['tls://a.test', 'a.test'], ['{$ZONE}', '{$ZONE}']])('%s and %s are accepted', (a, b) => expect(two(a, b)).toEqual([]));

test('one zone at other addresses, or parted by a view, is accepted', () => {
  expect(two('.:53', '.:53', ' bind 127.0.0.1\n')).toEqual([]);
  expect(two('.:53', '.:53', ' view one {\n  expr true\n }\n')).toEqual([]);
});

test('fails two keys of coredns-custom with one zone, and one that the Corefile serves and imports', () => {
  const server = '.:53 {\n whoami\n}\n';
  expect(ofKeys(corefileZoneTwice, 'coredns-custom', { 'a.server': server, 'b.server': server }).map(({ path, message }) => [path, message.slice(0, 61)]))
    .toEqual([['data["b.server"]', 'line 1, column 1: ".:53" is served already by a.server line 1']]);
  const custom = configMap('coredns-custom', { 'a.server': server });
  expect(findings(corefileZoneTwice, [custom, configMap('coredns', { Corefile: `${server}import custom/*.server\n` })]).map(({ name }) => name)).toEqual(['coredns-custom']);
  expect(findings(corefileZoneTwice, [configMap('coredns', { Corefile: server }), custom])).toEqual([]);
  expect(findings(corefileZoneTwice, [configMap('coredns', { Corefile: server }), configMap('node-local-dns', { Corefile: server })])).toEqual([]);
});
