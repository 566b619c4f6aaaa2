import { adviceFor, codes, DEFAULTS, ETCD, FIXED_CACHE, NODE_LOCAL, REDIS, text, ZONE } from './situations';
import { Advice, Situation } from '../../src/cluster-dns/advice';
import { Scope } from '../../src/cluster-dns/service-name';
import { corefile, kubeadm } from '../corefile/corefiles';

const waits = (advice: Advice) => [advice.before, advice.after]
  .map((explanation) => explanation?.services.map(({ negative, positive }) => `${negative.seconds} ${positive.seconds}`).join());

/** Seconds for a peer looked up too early and for the address of a restarted member, before and after. */
test.each<[string, Partial<Situation>, Advice['kind'], string | undefined, string | undefined]>([
  ['kubeadm', { kubernetesVersion: '1.31' }, 'edit', '30 30', '0 0'],
  ['kubeadm', { kubernetesVersion: '1.26' }, 'edit', '30 30', '1 30'],
  ['kubeadm', { kubernetesVersion: '1.31', aboutToUpgrade: true }, 'edit', '30 30', '1 30'],
  ['kubeadm', { kubernetesVersion: '1.31', denialOnly: true }, 'edit', '30 30', '0 30'],
  ['kubeadm', { kubernetesVersion: '1.32', current: text(kubeadm(FIXED_CACHE)) }, 'nothing', '0 0', '0 0'],
  ['kubeadm', { kubernetesVersion: '1.36' }, 'edit', '30 30', '0 0'],
  ['kubeadm', { kubernetesVersion: '1.32', aboutToUpgrade: true, current: text(kubeadm(FIXED_CACHE)) }, 'nothing', '0 0', '0 0'],
  ['kind', { kubernetesVersion: '1.34', current: text(kubeadm(FIXED_CACHE)) }, 'nothing', '0 0', '0 0'],
  ['kind', { kubernetesVersion: '1.29' }, 'edit', '30 30', '0 0'],
  ['minikube', { kubernetesVersion: '1.30' }, 'edit', '30 30', '0 0'],
  ['talos', {}, 'nothing', '0 0', '0 0'],
  ['self-managed', { coreDnsVersion: '1.12.0' }, 'edit', '5 5', '0 0'],
  ['node-local-dns', { nodeLocalCoreDnsVersion: '1.11.1', coreDnsVersion: '1.11.1' }, 'edit', '5 30', '0 0'],
  ['eks', { kubernetesVersion: '1.30' }, 'edit', '5 5', '0 0'],
  ['eks', { kubernetesVersion: '1.26' }, 'edit', '5 5', '1 5'],
  ['rke2', { coreDnsVersion: '1.10.1' }, 'edit', '30 30', '0 0'],
  ['helm', { coreDnsVersion: '1.11.3' }, 'edit', '30 30', '0 0'],
  ['kops', { coreDnsVersion: '1.11.3' }, 'edit', '30 30', '0 0'],
  ['kubespray', { coreDnsVersion: '1.11.3' }, 'edit', '5 5', '0 0'],
  ['openshift', {}, 'operator-field', '5 5', '1 5'],
  ['openshift', { current: undefined }, 'operator-field', undefined, undefined],
  ['openshift', { current: text(corefile('OpenShift', 'cache 900 {\n        denial 9984 1\n    }')) }, 'nothing', '1 5', '1 5'],
  ['aks', {}, 'own-server-block', '30 30', '0 0'],
  ['k3s', {}, 'own-server-block', '5 5', '0 0'],
  ['doks', {}, 'own-server-block', '5 5', '0 0'],
  ['gardener', {}, 'own-server-block', '30 30', '0 0'],
  ['aks', { current: undefined }, 'own-server-block', undefined, '0 0'],
  ['aks', { current: text(corefile('AKS', FIXED_CACHE)) }, 'nothing', '0 0', '0 0'],
  ['gke-kube-dns', {}, 'nothing', undefined, undefined],
  ['gke-cloud-dns', {}, 'refused', undefined, undefined],
  ['eks-auto', {}, 'refused', undefined, undefined],
])('%s with %j comes to: %s', (id, more, kind, before, after) => {
  const advice = adviceFor(id, more);
  expect([advice.kind, ...waits(advice)]).toEqual([kind, before, after]);
});

test.each(Object.keys(DEFAULTS))('%s: the second time there is nothing to do', (id) => {
  const first = adviceFor(id, { coreDnsVersion: '1.11.1' });
  const { edit } = first;
  if (!edit) return expect(['own-server-block', 'operator-field', 'nothing']).toContain(first.kind);
  const second = adviceFor(id, { coreDnsVersion: '1.11.1', current: text(edit.text) });
  return expect([second.kind, second.edit, second.costs, second.live]).toEqual(['nothing', undefined, [], []]);
});

test.each<[Scope, string]>([['service', `etcd.prod.svc.cluster.local ${ZONE}`], ['namespace', 'prod.svc.cluster.local'], ['cluster', 'cluster.local']])(
  'the scope %s takes %s out of the caches', (scope, zones) => {
    const advice = adviceFor('kubeadm', { kubernetesVersion: '1.30', scope, services: [REDIS, ETCD, REDIS] });
    expect(advice.edit!.text).toBe(kubeadm(`cache 30 {\n       disable success ${zones}\n       disable denial ${zones}\n    }`));
    expect(advice.services.map(({ service }) => service)).toEqual(['etcd', 'redis']);
  });

test('before an upgrade the lines of disable make room for one that kubeadm migrates, and nothing else changes', () => {
  const known = { kubernetesVersion: '1.31', services: [REDIS, ETCD] };
  const patched = adviceFor('kubeadm', { ...known, current: text(kubeadm('cache 30 { # ours\n      servfail 2s\n    }')) }).edit!.text;
  expect(patched).toContain('disable success');
  const advice = adviceFor('kubeadm', { ...known, aboutToUpgrade: true, current: text(patched) });
  expect(advice.edit!.text).toBe(kubeadm('cache 30 { # ours\n      servfail 2s\n      denial 9984 1\n    }'));
  expect(waits(advice)).toEqual(['0 0,0 0', '1 30,1 30']);
  expect(advice.costs).toContain('disable of line 18, 19 is taken out with every zone in it; '
    + 'after the upgrade, fetch the text, render again without --about-to-upgrade (aboutToUpgrade), and apply that');
  expect(adviceFor('kubeadm', { ...known, aboutToUpgrade: true, current: text(advice.edit!.text) }).kind).toBe('nothing');
  expect(adviceFor('kubeadm', { ...known, current: text(advice.edit!.text) }).edit!.text).toContain('      denial 9984 1\n      disable success etcd.prod');
});

test('zones join the lines that are there, since a second line would silently override the first', () => {
  const cache = 'cache 30 {\n       disable denial a.test b.test\n    }';
  expect(adviceFor('kubeadm', { current: text(kubeadm(cache)) }).edit!.text)
    .toBe(kubeadm(`cache 30 {\n       disable denial a.test b.test ${ZONE}\n       disable success ${ZONE}\n    }`));
});

test('a version alone decides nothing: a customised text is edited on any version', () => {
  const old = kubeadm('cache 60 # ours');
  expect(adviceFor('kubeadm', { kubernetesVersion: '1.34', current: text(old) }).edit!.text).toContain('cache 60 { # ours\n');
});

test('a NodeLocal DNSCache in front gets its own change, and the times are added', () => {
  const advice = adviceFor('kubeadm', { kubernetesVersion: '1.31', nodeLocal: text(NODE_LOCAL), nodeLocalCoreDnsVersion: '1.11.1' });
  expect(waits(advice)).toEqual(['35 35', '0 0']);
  expect(advice.nodeLocalEdit).toMatchObject({ name: 'node-local-dns', namespace: 'kube-system' });
  expect(advice.nodeLocalEdit!.text).toContain(`            disable success ${ZONE}\n            disable denial ${ZONE}\n`);
  const unknown = adviceFor('kubeadm', { kubernetesVersion: '1.31', nodeLocal: text(NODE_LOCAL) });
  expect([unknown.nodeLocalEdit!.text.includes('denial 9984 1\n'), ...waits(unknown)]).toEqual([true, '35 35', '1 30']);
});

test('kubespray calls the ConfigMap of its node cache otherwise', () => {
  expect(adviceFor('kubespray', { coreDnsVersion: '1.11.1', nodeLocal: text(NODE_LOCAL) }).nodeLocalEdit!.name).toBe('nodelocaldns');
});

test('with nothing to do behind it, a NodeLocal DNSCache is still to be changed', () => {
  const advice = adviceFor('kubeadm', { current: text(kubeadm(FIXED_CACHE)), nodeLocal: text(NODE_LOCAL) });
  expect([advice.kind, advice.edit, waits(advice)]).toEqual(['edit', undefined, ['5 30', '1 30']]);
  expect(advice.reasons).toEqual([
    'CoreDNS lets go of these names soon enough already: nothing to change in its Corefile',
    'NodeLocal DNSCache: no version of CoreDNS was told, and one before 1.9.4 does not start with disable: negative answers are kept 1 s, the shortest time that every CoreDNS takes; '
    + 'if it is 1.9.4 or later, tell it (--node-local-coredns-version, nodeLocalCoreDnsVersion), and these names alone are taken out of the cache, positive answers too',
  ]);
});

test('the costs tell what this change means there', () => {
  const costs = (id: string, more: Partial<Situation> = {}) => adviceFor(id, more).costs.join('\n');
  expect(costs('kubeadm', { kubernetesVersion: '1.30' })).toContain('a Corefile is one text with one owner');
  expect(costs('aks')).toContain('these names lose what the main server block does by template');
  expect(costs('aks')).toContain('apply it by server-side apply');
  expect(costs('aks', { current: undefined })).toContain('was not checked');
  expect(costs('helm', { current: text(`# mine\n${DEFAULTS.helm}`) })).toContain('no place for these comments: # mine');
  const fallsThrough = DEFAULTS.eks!.replace('fallthrough in-addr.arpa ip6.arpa', 'fallthrough');
  expect(costs('eks', { kubernetesVersion: '1.30', current: text(fallsThrough) })).toContain('each miss goes on to the plugins after it');
  expect(costs('eks', { kubernetesVersion: '1.30' })).not.toContain('each miss goes on');
});

test('imported files that were not read are named', () => {
  const reasons = adviceFor('self-managed', { coreDnsVersion: '1.11.1', current: text(corefile('AKS', 'cache 30')) }).reasons;
  expect(reasons).toContain('not read: custom/*.server; a server block in one of them may answer instead');
  expect(reasons).toContain('not read: custom/*.override; plugins in one of them may answer first');
});

test('how the change comes alive is told only if there is one', () => {
  expect(adviceFor('kubeadm', { kubernetesVersion: '1.30' }).live).toHaveLength(1);
  expect(adviceFor('talos').live).toEqual([]);
});

test('a plugin of a custom build is accepted, and told with its place', () => {
  const advice = adviceFor('kubeadm', { kubernetesVersion: '1.31', current: text(kubeadm('lighthouse\n    cache 30')) });
  expect([advice.kind, advice.notes]).toEqual(['edit', [
    'Corefile line 16: lighthouse: it is no plugin of stock CoreDNS: an image that is not built with it does not start; make sure that the image has it',
  ]]);
});

test('what may answer unseen keeps no text from being edited', () => {
  const codesOf = (more: string) => codes(adviceFor('kubeadm', { kubernetesVersion: '1.31', current: text(`.:53 {\n cache 30\n ${more}\n}\n`) }));
  expect([codesOf('kubernetai cluster.local'), codesOf('import custom/*.override'), codesOf('whoami')]).toEqual([[], [], ['no-kubernetes']]);
});

test('a text of a platform that restores it is told under the name of another', () => {
  const notes = (id: string, own: string) => adviceFor(id, { coreDnsVersion: '1.11.1', current: text(DEFAULTS[own]!) }).notes;
  expect(notes('kubeadm', 'aks')).toEqual(['Corefile line 28 imports custom/*.server, as AKS, k3s, DigitalOcean Kubernetes, Gardener have it, and they restore this ConfigMap: '
    + 'if the cluster is one of them, name it (aks, k3s, doks, gardener)']);
  expect([notes('self-managed', 'k3s'), notes('kubeadm', 'gardener'), notes('eks', 'doks')]).toEqual(Array(3).fill([expect.stringContaining('/*.server, as AKS')]));
  expect([notes('kubeadm', 'kubeadm'), notes('aks', 'aks'), notes('k3s', 'k3s')]).toEqual([[], [], []]);
});

test('a ConfigMap that is not the platform\'s is told', () => {
  const notes = (id: string, name: string, namespace: string) => adviceFor(id, { coreDnsVersion: '1.11.1', current: { ...text(DEFAULTS[id]!), metadata: { name, namespace } } }).notes;
  expect(notes('kubeadm', 'dns', 'infra')).toEqual(['the ConfigMap that was given is infra/dns, and kubeadm reads kube-system/coredns, unless the cluster was set up otherwise']);
  expect([notes('kubeadm', 'coredns', 'kube-system'), notes('helm', 'my-release-coredns', 'dns'), notes('rke2', 'rke2-coredns-rke2-coredns', 'kube-system')]).toEqual([[], [], []]);
});

describe('refusals', () => {
  test.each<[string, string, Partial<Situation>, string[]]>([
    ['disable in the text of a control plane that kubeadm up to 1.32 is about to upgrade', 'kubeadm', { aboutToUpgrade: true, current: text(kubeadm(FIXED_CACHE)) }, ['upgrade-refuses-disable']],
    ['the same with a version before it, in a cache of other names', 'kubeadm', { aboutToUpgrade: true, kubernetesVersion: '1.30', current: text(`${kubeadm('cache 30')}a.test {\n cache {\n  disable denial\n }\n}\n`) }, ['upgrade-refuses-disable']],
    ['no Service', 'kubeadm', { services: [] }, ['no-service']],
    ['everything with which CoreDNS does not start', 'kubeadm', { current: text(kubeadm('chache 30\n cache 30', 'ttl 99999').replace('reload\n', 'reload 0\n')) }, ['plugin-arguments', 'unknown-plugin', 'plugin-arguments']],
    ['the same beside a server block of its own', 'aks', { current: text(corefile('AKS', 'cache 30\n cache 60')) }, ['plugin-twice']],
    ['the same of an operator\'s text', 'openshift', { current: text('. {') }, ['expected-close-brace']],
    ['a one-line option block', 'k3s', { current: text(corefile('k3s', 'cache 30 { denial 9984 5 }')) }, ['cache-malformed']],
    ['a text without kubernetes', 'kubeadm', { current: text('.:53 {\n forward . 1.1.1.1\n cache 30\n}\n') }, ['no-kubernetes']],
    ['the text of a node cache', 'kubeadm', { current: text(NODE_LOCAL) }, ['no-kubernetes']],
    ['the text of a node cache beside a server block of its own', 'aks', { current: text(NODE_LOCAL) }, ['no-kubernetes']],
    ['reverse zones alone', 'kubeadm', { current: text(kubeadm('cache 30').replace('cluster.local in-addr.arpa ip6.arpa', '10.0.0.0/8')) }, ['kubernetes-zone']],
    ['names that no server block answers for', 'kubeadm', { current: text('a.test {\n kubernetes\n cache 30\n}\n'), services: [{ ...REDIS, domain: 'b.test' }] }, ['cluster-domain']],
    ['CoreDNS\'s own text as that of the node cache', 'node-local-dns', { current: text(kubeadm('cache 30')) }, ['no-node-cache']],
    ['CoreDNS\'s own text in front of it', 'kubeadm', { nodeLocal: text(kubeadm('cache 30')) }, ['no-node-cache']],
    ['a node cache that forwards to nobody', 'node-local-dns', { current: text('.:53 {\n cache 30\n}\n') }, ['no-node-cache']],
    ['a version that does not know an option of the text', 'self-managed', { coreDnsVersion: '1.9.3', current: text(kubeadm('cache 30 {\n keepttl\n}')) }, ['coredns-version']],
    ['a key where there are none', 'kubeadm', { key: 'team-a' }, ['key']],
    ['a key that has the suffix already', 'aks', { key: 'team-a.server' }, ['key']],
    ['names that DNS cannot hold', 'kubeadm', { services: [{ ...REDIS, service: 'Redis' }, { ...REDIS, domain: 'a..b' }] }, ['service-name', 'service-name']],
    ['versions that are none', 'kubeadm', { kubernetesVersion: 'new', coreDnsVersion: 'new', nodeLocalCoreDnsVersion: 'x' }, ['kubernetes-version', 'coredns-version', 'coredns-version']],
    ['Cloud DNS', 'gke-cloud-dns', {}, ['no-setting']],
    ['EKS Auto Mode', 'eks-auto', { services: [] }, ['no-service', 'no-setting']],
    ['a Corefile of kube-dns', 'gke-kube-dns', { current: text(kubeadm('cache 30')) }, ['no-corefile']],
    ['a node cache of GKE', 'gke-kube-dns', { nodeLocal: text(NODE_LOCAL) }, ['no-node-cache']],
    ['a text that is not known', 'eks', { current: undefined }, ['corefile-needed']],
    ['the cluster domain in a server block of its own', 'aks', { scope: 'cluster' }, ['scope']],
    ['another cluster domain', 'kubeadm', { services: [{ ...REDIS, domain: 'k8s.example.org' }] }, ['cluster-domain']],
    ['a domain from the environment', 'kubeadm', { current: text(kubeadm('cache').replace('kubernetes cluster.local', 'kubernetes {$D}')) }, ['environment-variable']],
    ['a cache from the environment', 'kubeadm', { current: text(kubeadm('cache {$TTL}')) }, ['environment-variable']],
    ['an import that may bring a cache', 'kubeadm', { current: text(kubeadm('import custom/*.override')) }, ['import-may-hold-cache']],
    ['unbalanced braces', 'kubeadm', { current: text('. {\n cache 30 {\n}') }, ['unbalanced-braces']],
    ['an open quote', 'aks', { current: text('. {\n cache "30\n}') }, ['expected-close-brace']],
    ['denial alone with prefetch, which leaks', 'kubeadm', { kubernetesVersion: '1.30', denialOnly: true, current: text(kubeadm('cache 30 {\n prefetch 10\n}')) }, ['refresh-leaks']],
    ['denial alone with serve_stale, which leaks', 'kubeadm', { kubernetesVersion: '1.30', denialOnly: true, current: text(kubeadm('cache 30 {\n serve_stale\n}')) }, ['refresh-leaks']],
    ['a Corefile that imports no server block', 'aks', { current: text(kubeadm('cache 30')) }, ['no-server-import']],
    ['a zone that has a server block', 'aks', { current: text(`${corefile('AKS', 'cache 30')}${ZONE}:53 {\n kubernetes cluster.local\n cache 30\n}\n`) }, ['zone-already-served']],
    ['an immutable ConfigMap', 'kubeadm', { current: { ...text(kubeadm('cache 30')), immutable: true } }, ['immutable']],
    ['a Corefile that no Helm values can say', 'helm', { current: text(`(a) {\n whoami\n}\n${DEFAULTS.helm}`) }, ['helm-values']],
    ['several server blocks with kubespray', 'kubespray', { scope: 'cluster', current: text(`${DEFAULTS.kubespray}prod.svc.cluster.local:53 {\n kubernetes cluster.local\n cache 30\n}\n`) }, ['several-server-blocks']],
    ['a broken node cache, along with CoreDNS\'s own', 'kubeadm', { current: text(kubeadm('cache {$X}')), nodeLocal: text('. {\n cache {$X}\n forward . 1.1.1.1\n}') }, ['environment-variable', 'environment-variable']],
  ])('fails for %s', (_, id, more, expected) => {
    const advice = adviceFor(id, more);
    expect([advice.kind, codes(advice)]).toEqual(['refused', expected]);
    expect([advice.edit, advice.nodeLocalEdit, advice.serverBlock, advice.negativeTtl]).toEqual([undefined, undefined, undefined, undefined]);
    for (const { where, message, fix } of advice.refusals) {
      for (const part of [where, message, fix]) expect(part).toMatch(/[^.\s]$/);
    }
  });

  test('prefetch and serve_stale do no harm where both caches are switched off', () => {
    const advice = adviceFor('kubeadm', { kubernetesVersion: '1.30', current: text(kubeadm('cache 30 {\n       serve_stale\n    }')) });
    expect([advice.kind, ...waits(advice)]).toEqual(['edit', '30 30', '0 0']);
  });
});

test('thousands of Services are decided in one go, and read as one sentence', () => {
  const services = Array.from({ length: 4000 }, (_, at) => ({ ...REDIS, service: `s${at}` }));
  const advice = adviceFor('kubeadm', { kubernetesVersion: '1.30', services });
  expect(advice.edit!.text.match(/\.prod\.svc\.cluster\.local/g)).toHaveLength(8000);
  expect([advice.before!.sentences.length, advice.after!.sentences.length]).toEqual([2, 2]);
});
