import { editText } from '../../../src/cluster-dns/plan/text-edit';
import { Remedy } from '../../../src/cluster-dns/remedy';
import { kubeadm } from '../../corefile/corefiles';
import { text, ZONE } from '../situations';

const CURE: Remedy = { disables: true, request: { zones: [ZONE], disable: ['denial'] }, reason: '', costs: [] };
const PLACE = { what: 'Corefile', configMap: 'coredns', namespace: 'kube-system' };
const edited = (given: Parameters<typeof editText>[0]) => editText(given, CURE, PLACE);

test('the edit goes where the Corefile came from, or where the platform has it', () => {
  const current = text(kubeadm('cache 30'));
  expect(edited(current).edit).toMatchObject({ current, name: 'coredns', namespace: 'kube-system', text: kubeadm(`cache 30 {\n       disable denial ${ZONE}\n    }`) });
  expect(edited({ ...current, metadata: { name: 'dns', namespace: 'infra' } }).edit).toMatchObject({ name: 'dns', namespace: 'infra' });
});

test('no cache, and a cache as requested, need no edit', () => {
  expect(edited(text(kubeadm('')))).toEqual({ refusals: [], unread: { between: [], inside: [] }, blocks: [] });
  expect(edited(text(kubeadm('cache {\n disable denial\n}'))).edit).toBeUndefined();
});

test('fails for an immutable ConfigMap, but only if it would change', () => {
  expect(edited({ ...text(kubeadm('cache 30')), immutable: true }).refusals).toMatchObject([{ code: 'immutable', where: 'ConfigMap kube-system/coredns' }]);
  expect(edited({ ...text(kubeadm('')), immutable: true }).refusals).toEqual([]);
});

test('fails with the line of the text', () => {
  expect(edited(text(kubeadm('cache {$TTL}'))).refusals).toEqual([
    { code: 'environment-variable', where: 'Corefile line 16', message: '{$TTL} depends on the environment of CoreDNS', fix: 'write the value itself' },
  ]);
});
