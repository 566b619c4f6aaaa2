import { situation, text } from './situations';
import { configMapNotes, foreignNotes } from '../../src/cluster-dns/notes';
import { parse } from '../../src/corefile/parse';

test('plugins of custom builds are told with the text and the line', () => {
  const file = parse('. {\n ads\n}');
  expect(foreignNotes(file, file).map((note) => note.split(': it is')[0])).toEqual(['Corefile line 2: ads', 'NodeLocal DNSCache, Corefile line 2: ads']);
  expect(foreignNotes(undefined, parse('. {\n whoami\n}'))).toEqual([]);
});

test('a text without its ConfigMap, and the platform\'s own ConfigMap, are noted nothing', () => {
  expect(configMapNotes(situation('kubeadm'))).toEqual([]);
  expect(configMapNotes(situation('openshift', { current: { ...text(''), metadata: { name: 'dns-default', namespace: 'openshift-dns' } } }))).toEqual([]);
  expect(configMapNotes(situation('openshift', { current: { ...text(''), metadata: { name: 'coredns', namespace: 'kube-system' } } }))).toHaveLength(1);
});
