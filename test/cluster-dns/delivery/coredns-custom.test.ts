import { parse } from 'yaml';
import { corednsCustom, fieldManager, serverBlockText } from '../../../src/cluster-dns/delivery/coredns-custom';

const BLOCK = { key: 'redis.prod.server', text: 'a.test:53 {\n    errors\n}\n' };

test('the ConfigMap holds one key, and neither Argo CD nor Flux prunes it', () => {
  const { metadata, data } = parse(corednsCustom(BLOCK, 'kube-system').text);
  expect([metadata.name, metadata.namespace, data]).toEqual(['coredns-custom', 'kube-system', { 'redis.prod.server': BLOCK.text }]);
  expect(metadata.annotations['kustomize.toolkit.fluxcd.io/prune']).toBe('disabled');
});

test('it is applied under a field manager of its own, named after the key', () => {
  expect(corednsCustom(BLOCK, 'kube-system').how[0]).toBe('kubectl apply --server-side --field-manager redis.prod -f coredns-custom.yaml: only the key redis.prod.server becomes yours');
  expect(fieldManager(`${'a'.repeat(200)}.server`)).toBe('a'.repeat(128));
});

test('the server block alone is its text', () => expect(serverBlockText(BLOCK)).toMatchObject({ fileName: 'redis.prod.server', text: BLOCK.text }));
