import { situation, text } from './situations';
import { bundleNotes, configMapNotes, foreignNotes } from '../../src/cluster-dns/notes';
import { parse } from '../../src/corefile/parse';
import { kubeadm } from '../corefile/corefiles';

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

test('a Kubernetes whose CoreDNS does not know an option of the text is told, unless the version is told', () => {
  const notes = (more: object, file = parse(kubeadm('cache 30 {\n keepttl\n }'))) => bundleNotes(situation('kubeadm', { kubernetesVersion: '1.26', ...more }), file).map((note) => note.slice(0, 99));
  expect(notes({})).toEqual(['Kubernetes 1.26 comes with CoreDNS 1.9.3 there, which does not start with keepttl of line 17 (known']);
  expect([notes({ coreDnsVersion: '1.11.1' }), notes({ kubernetesVersion: '1.27' }), notes({ kubernetesVersion: undefined }), notes({}, parse(kubeadm('cache 30')))]).toEqual([[], [], [], []]);
});
