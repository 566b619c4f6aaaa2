import { wholeText } from '../../../src/cluster-dns/plan/whole-text';
import { question } from '../../../src/cluster-dns/question';
import { kubeadm } from '../../corefile/corefiles';
import { situation, text } from '../situations';

const plan = (id: string, more: object) => wholeText(question(situation(id, { coreDnsVersion: '1.11.1', ...more })));

test('an edit comes with the reason of the fix and that of the platform', () => {
  const { kind, reasons } = plan('kubeadm', {});
  expect([kind, reasons[0].slice(0, 27), reasons[1]]).toEqual(['edit', 'CoreDNS 1.11.1 knows disabl', 'kubeadm keeps a changed Corefile in its ConfigMap']);
});

test('a cache of other zones needs no edit', () => {
  expect(plan('kubeadm', { current: text(kubeadm('cache 30 example.org')) })).toMatchObject({ kind: 'nothing', refusals: [] });
});

test('an upgrade takes out what others disabled too, since it stops at every line', () => {
  const before = { aboutToUpgrade: true, kubernetesVersion: '1.30' };
  const edited = plan('kubeadm', { ...before, current: text(kubeadm('cache 30 {\n      disable denial a.test\n    }')) });
  expect(edited.edit?.text).toBe(kubeadm('cache 30 {\n      denial 9984 1\n    }'));
  expect(plan('kubeadm', { ...before, current: text(kubeadm('whoami')) }).kind).toBe('nothing');
});

test('fails before an edit where an upgrade would stop at what is there', () => {
  expect(plan('kubeadm', { aboutToUpgrade: true, current: text(kubeadm('cache {\n disable denial\n}')) }).refusals).toMatchObject([{ code: 'upgrade-refuses-disable', where: 'Corefile line 17' }]);
});
