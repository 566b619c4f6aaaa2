import { jsonPatch } from '../../../src/cluster-dns/delivery/json-patch';

test('the patch fails on any text but the one that was fetched', () => {
  const current = { corefile: 'old', otherData: {}, immutable: false };
  const { text, fileName, how } = jsonPatch({ current, name: 'node-local-dns', namespace: 'dns', text: 'new' });
  expect(JSON.parse(text)).toEqual([{ op: 'test', path: '/data/Corefile', value: 'old' }, { op: 'replace', path: '/data/Corefile', value: 'new' }]);
  expect([fileName, how[0]]).toEqual(['node-local-dns.patch.json', 'kubectl -n dns patch configmap node-local-dns --type json --patch-file node-local-dns.patch.json']);
});
