import { corefile, holdsForPage, ofCorefile, ofKeys, places } from './page';
import { corefileDenialZero } from '../../src/rules/corefile-denial-zero';

holdsForPage(corefileDenialZero, {
  path: 'data.Corefile',
  message: 'line 8, column 9: denial 0 does not switch negative caching off: CoreDNS keeps 1024 answers all the same, for as long as before',
});

const denial = (line: string) => ofCorefile(corefileDenialZero, corefile(`  cache 30 {\n    ${line}\n  }`));

test.each(['denial -1', 'denial 0 30', '"denial" "0"'])('fails %s', (line) => expect(places(denial(line))).toEqual(['line 7, column 5']));

test.each(['denial 1', 'denial 9984 1', 'success 0', 'disable denial', 'denial {$CAPACITY}'])('%s is accepted', (line) => expect(denial(line)).toEqual([]));

test('fails it in the node cache and in a server block of coredns-custom too', () => {
  const text = corefile('  cache 30 {\n    denial 0\n  }');
  for (const name of ['node-local-dns', 'nodelocaldns', 'rke2-coredns-rke2-coredns']) expect(ofKeys(corefileDenialZero, name, { Corefile: text })).toHaveLength(1);
  expect(ofKeys(corefileDenialZero, 'coredns-custom', { 'a.server': text })).toHaveLength(1);
});
