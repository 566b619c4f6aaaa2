import { NODE_LOCAL, situation, ZONE } from './situations';
import { Situation } from '../../src/cluster-dns/advice';
import { nodeLocalRemedy, remedy } from '../../src/cluster-dns/remedy';
import { parse } from '../../src/corefile/parse';
import { kubeadm } from '../corefile/corefiles';

const PLAIN = parse(kubeadm('cache 30'));
const choose = (id: string, more: Partial<Situation> = {}, file = PLAIN) => remedy(situation(id, more), [ZONE], file);

/** `disable` where its CoreDNS surely knows it, `denial 9984 1` everywhere else. */
test.each<[string, Partial<Situation>, boolean]>([
  ['kubeadm', {}, false],
  ['kubeadm', { kubernetesVersion: '1.26' }, false],
  ['kubeadm', { kubernetesVersion: '1.27' }, true],
  ['kubeadm', { kubernetesVersion: 'v1.31.4' }, true],
  ['kubeadm', { kubernetesVersion: '1.40' }, true],
  ['kubeadm', { kubernetesVersion: '1.29', aboutToUpgrade: true }, false],
  ['kubeadm', { kubernetesVersion: '1.32', aboutToUpgrade: true }, false],
  ['kubeadm', { kubernetesVersion: '1.33', aboutToUpgrade: true }, true],
  ['kubeadm', { aboutToUpgrade: true, coreDnsVersion: '1.11.3' }, false],
  ['kubeadm', { kubernetesVersion: '1.29', coreDnsVersion: '1.9.3' }, false],
  ['kubeadm', { kubernetesVersion: '1.26', coreDnsVersion: '1.9.4' }, true],
  ['kind', { kubernetesVersion: '1.29', aboutToUpgrade: true }, true],
  ['eks', { kubernetesVersion: '1.26' }, false],
  ['eks', { kubernetesVersion: '1.27' }, true],
  ['kops', { kubernetesVersion: '1.31' }, false],
  ['kops', { coreDnsVersion: '1.11.3' }, true],
  ['helm', {}, false],
  ['helm', { coreDnsVersion: '1.8.0' }, false],
])('%s with %j: disable is %s', (id, more, disables) => {
  const chosen = choose(id, more);
  expect(chosen.disables).toBe(disables);
  expect(chosen.request).toEqual(disables ? { zones: [ZONE], disable: ['success', 'denial'] } : { zones: [ZONE], disable: [], denial: { capacity: 9984, ttl: 1 } });
});

test.each(['disable denial a.test', 'servfail 1s', 'keepttl'])('the option %s proves that CoreDNS knows disable', (option) => {
  expect(choose('helm', {}, parse(kubeadm(`cache 30 {\n ${option}\n }`)))).toMatchObject({ disables: true, reason: expect.stringContaining(`the Corefile has ${option.split(' ')[0]}`) });
});

test('denial alone leaves positive answers in the cache, and says so', () => {
  const chosen = choose('kubeadm', { kubernetesVersion: '1.29', denialOnly: true });
  expect(chosen.request).toEqual({ zones: [ZONE], disable: ['denial'] });
  expect(chosen.costs[0]).toBe('positive answers stay cached: a member that restarts is still looked for at its old address');
});

test('disable tells that kubeadm up to 1.32 will not migrate it, where such an upgrade may come', () => {
  const told = (id: string, kubernetesVersion: string) => choose(id, { kubernetesVersion }).costs.some((cost) => cost.includes('CoreDNSUnsupportedPlugins'));
  expect([told('kubeadm', '1.29'), told('kubeadm', '1.31'), told('kubeadm', '1.32'), told('kubeadm', '1.35'), told('kind', '1.29'), told('eks', '1.29')])
    .toEqual([true, true, false, false, false, false]);
});

test('the reasons say what is known and what follows', () => {
  expect(choose('kubeadm', { kubernetesVersion: '1.29' }).reason).toBe(
    `CoreDNS 1.11.1 or later, which comes with Kubernetes 1.29 there, knows disable (since 1.9.4): negative and positive answers are not cached for ${ZONE}, and for no other name`);
  expect(choose('kubeadm', { kubernetesVersion: '1.26' }).reason).toBe(
    'CoreDNS 1.9.3 does not know disable (since 1.9.4) and would not start with it: negative answers are kept 1 s, the shortest time that every CoreDNS takes');
  expect(choose('helm').reason).toBe('no version of CoreDNS was told, and one before 1.9.4 does not start with disable: negative answers are kept 1 s, the shortest time that every CoreDNS takes; '
    + 'if it is 1.9.4 or later, tell it (--coredns-version, coreDnsVersion), and these names alone are taken out of the cache, positive answers too');
  expect(choose('kubeadm', { kubernetesVersion: '1.29', aboutToUpgrade: true }).reason).toContain('kubeadm up to 1.32 refuses to migrate a Corefile with disable');
});

test.each(['talos', 'self-managed', 'rke2', 'helm', 'kops', 'kubespray'])('%s: a Kubernetes version that tells no CoreDNS is said to tell none', (id) => {
  expect(choose(id, { kubernetesVersion: '1.31' }).reason).toMatch(/^no version of CoreDNS was told \(Kubernetes 1\.31 does not tell it of .+\), and one before 1\.9\.4 .*\(--coredns-version, coreDnsVersion\)/);
  expect(choose(id, { kubernetesVersion: '1.31', coreDnsVersion: '1.11.1' }).disables).toBe(true);
});

test('the text of a node cache has the version of the node cache', () => {
  const reading = (more: Partial<Situation>) => choose('node-local-dns', more, parse(NODE_LOCAL));
  expect([reading({ nodeLocalCoreDnsVersion: '1.11.1' }).disables, reading({ coreDnsVersion: '1.11.1' }).disables, reading({ coreDnsVersion: '1.11.1', nodeLocalCoreDnsVersion: '1.9.3' }).disables])
    .toEqual([true, true, false]);
  expect(reading({}).reason).toContain('(--node-local-coredns-version, nodeLocalCoreDnsVersion)');
});

test('where Kubernetes brings CoreDNS along, its version may be told instead', () => {
  expect(choose('kubeadm').reason).toContain('tell it (--coredns-version, coreDnsVersion; or --kubernetes-version, kubernetesVersion), and');
});

test('what is not cached on a node goes on to CoreDNS', () => {
  const [cost] = choose('node-local-dns', { nodeLocalCoreDnsVersion: '1.11.1' }, parse(NODE_LOCAL)).costs;
  expect(cost).toBe('every lookup of these names, AAAA included, goes on to CoreDNS behind the node cache');
});

test('many zones are counted, not listed', () => {
  const reason = remedy(situation('helm', { coreDnsVersion: '1.11.1' }), ['a.test', 'b.test', 'c.test', 'd.test', 'e.test'], PLAIN).reason;
  expect(reason).toContain('not cached for a.test, b.test, c.test and 2 more, and for no other name');
});

test('a node cache has a version of its own', () => {
  const front = (more: Partial<Situation>) => nodeLocalRemedy(situation('kubeadm', { kubernetesVersion: '1.31', coreDnsVersion: '1.11.3', ...more }), [ZONE], PLAIN).disables;
  expect([front({}), front({ nodeLocalCoreDnsVersion: '1.9.3' }), front({ nodeLocalCoreDnsVersion: '1.10.1' }), front({ nodeLocalCoreDnsVersion: '1.10.1', aboutToUpgrade: true })])
    .toEqual([false, false, true, true]);
});
