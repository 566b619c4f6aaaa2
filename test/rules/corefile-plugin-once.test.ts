import { corefile, holdsForPage, ofCorefile } from './page';
import { corefilePluginOnce } from '../../src/rules/corefile-plugin-once';

holdsForPage(corefilePluginOnce, { path: 'data.Corefile', message: 'line 8, column 5: a second cache in one server block: CoreDNS exits at its next start' });

test.each(['errors', 'hosts', 'kubernetes', 'loop', 'prometheus', 'ready'])('fails a second %s', (plugin) => {
  expect(ofCorefile(corefilePluginOnce, `. {\n ${plugin}\n ${plugin}\n}\n`).map(({ fix }) => fix)).toEqual([`keep one ${plugin}, with the options of both`]);
});

test('fails a cache beside one that an import of a snippet brings', () => {
  expect(ofCorefile(corefilePluginOnce, '(neg) {\n cache 5\n}\n. {\n cache 30\n import neg\n}\n')).toHaveLength(1);
});

test('a cache in each of two server blocks is accepted, and so are plugins that may repeat', () => {
  expect(ofCorefile(corefilePluginOnce, 'a.test {\n cache 30\n}\nb.test {\n cache 30\n}\n')).toEqual([]);
  expect(ofCorefile(corefilePluginOnce, corefile('  forward a.test 10.0.0.1\n  log\n  log\n  template IN A a.test\n  template IN A b.test'))).toEqual([]);
});
