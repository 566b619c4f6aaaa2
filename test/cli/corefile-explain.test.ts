import { ran } from './terminal';
import { yamlText } from '../../src/cluster-dns/yaml-text';
import { DEFAULTS, FIXED_CACHE, NODE_LOCAL } from '../cluster-dns/situations';
import { kubeadm } from '../corefile/corefiles';

const files = {
  'Corefile': kubeadm('cache 30'),
  'fixed': kubeadm(FIXED_CACHE),
  'node': NODE_LOCAL,
  'broken': '. {',
  'unbalanced': '. {\n cache 30 {\n}\n',
  'empty': '# nothing\n',
  'twice': kubeadm('cache 30\n    cache 60'),
  'line': kubeadm('cache 30 { denial 9984 5 }'),
  'unknown': kubeadm('chache 30'),
  'custom': kubeadm('lighthouse\n    cache 30'),
  'env': kubeadm('cache {$TTL}'),
  'domain': kubeadm('cache 30').replace('cluster.local', '{$DOM}'),
  '-': yamlText({ kind: 'ConfigMap', data: { Corefile: DEFAULTS.eks } }),
};

test('tells both sides of a Corefile, and what is not counted', async () => {
  const { status, out, err } = await ran('corefile explain Corefile', files);
  expect([status, err]).toEqual([0, '']);
  expect(out.split('\n')).toEqual([
    'today: a peer looked up too early stays invisible for up to 30 s, because kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds',
    'today: the address of a restarted member is still answered for up to 30 s, because kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds',
    'note: with --platform <name> and --for <service>.<namespace>, what can be done about it is told too',
    'note: not counted are the caches of the clients, such as the JVM\'s, which keeps a negative answer 10 s unless it is told otherwise (networkaddress.cache.negative.ttl)',
    '',
  ]);
});

test('a ConfigMap on the standard input is read', async () => {
  expect((await ran('corefile explain -', files)).out).toContain('stays invisible for up to 5 s, because kubernetes has its default ttl 5');
});

test('with a platform and a Service the way is told, with its reasons and costs', async () => {
  const { status, out } = await ran('corefile explain --platform kubeadm --kubernetes-version 1.31 --for redis.prod Corefile', files);
  expect(status).toBe(0);
  expect(out).toContain('way: CoreDNS 1.11.1 or later, which comes with Kubernetes 1.31 there, knows disable (since 1.9.4)');
  expect(out).toContain('cost: kubeadm up to 1.32 does not know disable');
  expect(out).toContain('note: Kubernetes 1.31 comes with CoreDNS 1.11.1 or later there');
});

test('a version alone only informs', async () => {
  const { out } = await ran('corefile explain --platform kubeadm --kubernetes-version 1.34 --for redis.prod Corefile', files);
  expect(out).toContain('today: a peer looked up too early stays invisible for up to 30 s');
  expect(out).toContain('note: kubeadm from 1.32 on writes a Corefile with both caches switched off');
  expect((await ran('corefile explain --platform kubeadm --for redis.prod fixed', files)).out).toContain('way: CoreDNS lets go of these names soon enough already');
});

test('a cache in front is counted', async () => {
  expect((await ran('corefile explain --node-local-dns node Corefile', files)).out).toContain('stays invisible for up to 35 s');
});

test('a platform that needs no file is explained without one', async () => {
  const { status, out } = await ran('corefile explain --platform gke-kube-dns --for redis.prod');
  expect([status, out.split('\n')[0]]).toEqual([0, 'way: kube-dns has no Corefile, and its dnsmasq runs with --no-negcache: negative answers are not cached']);
  expect(await ran('corefile explain --platform aks')).toMatchObject({ status: 0, out: expect.stringContaining('note: the Corefile itself is restored by the platform') });
});

test.each<[string, string]>([
  ['nothing at all', ''],
  ['nothing for a platform that needs a text', '--platform eks --for redis.prod'],
])('fails with 2 where it is given %s', async (_, line) => {
  expect(await ran(`corefile explain ${line}`)).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^unusable: FILE: .*; give the path of the Corefile or of its ConfigMap, or - for the standard input\n$/) });
});

test('fails with 1 for a version that the text contradicts, with a platform and without', async () => {
  for (const platform of ['', '--platform kubeadm --for redis.prod']) {
    expect(await ran(`corefile explain ${platform} --coredns-version 1.8.0 fixed`, files)).toMatchObject({
      status: 1, out: expect.stringMatching(/^refused: coreDnsVersion: CoreDNS 1\.8\.0 does not start with disable of line 17, which is known since 1\.9\.4; /),
    });
  }
});

test('a text that the CoreDNS of this Kubernetes would not start with is noted, by patch too', async () => {
  const note = 'note: Kubernetes 1.26 comes with CoreDNS 1.9.3 there, which does not start with disable of line 17 (known since 1.9.4): '
    + 'the text is read as that of a later one; look at the tag of its image, and tell it (--coredns-version, coreDnsVersion)\n';
  const cluster = '--platform kubeadm --kubernetes-version 1.26';
  expect((await ran(`corefile explain ${cluster} fixed`, files)).out).toContain(note);
  expect((await ran(`corefile explain ${cluster} --for redis.prod fixed`, files)).out).toContain(note);
  expect((await ran(`corefile patch ${cluster} --for redis.prod fixed`, files)).err).toContain(note);
  for (const other of [`${cluster} --coredns-version 1.9.4 fixed`, `${cluster} Corefile`, '--platform kubeadm --kubernetes-version 1.27 fixed', '--platform kops --kubernetes-version 1.26 fixed']) {
    expect((await ran(`corefile explain ${other}`, files)).out).not.toContain('does not start');
  }
});

test.each<[string, string, string]>([
  ['a platform without a setting', '--platform gke-cloud-dns --for redis.prod Corefile', 'refused: GKE with Cloud DNS: Cloud DNS has no Corefile'],
  ['a second cache', 'twice', 'refused: Corefile line 17: a second cache in one server block: CoreDNS does not start; keep one cache, with the options of both'],
  ['a one-line option block', 'line', 'refused: Corefile line 16: CoreDNS does not start with denial 9984 5 } of cache; write each option on its own line, and "}" alone on the last'],
  ['an unknown plugin', '--platform kubeadm --for redis.prod unknown', 'refused: Corefile line 16: chache: CoreDNS knows no plugin of this name and does not start; write cache'],
  ['a text without kubernetes', '--platform kubeadm --for redis.prod node', 'refused: Corefile line 1: the server block cluster.local:53 has no kubernetes plugin that answers for redis-0.redis.prod.svc.cluster.local'],
  ['a domain from the environment', '--platform kubeadm --for redis.prod domain', 'refused: Corefile line 7: the zone {$DOM} of kubernetes depends on the environment of CoreDNS; write the zone itself'],
])('fails with 1 for %s, and tells no time', async (_, line, message) => {
  const { status, out, err } = await ran(`corefile explain ${line}`, files);
  expect([status, err]).toEqual([1, '']);
  expect(out).toContain(message);
  expect(out).not.toMatch(/^today/m);
  expect(JSON.parse((await ran(`corefile explain --json ${line}`, files)).out)).toMatchObject({ services: [], sentences: [], live: [], refusals: [{}] });
});

test.each<[string, string, string]>([
  ['a cache from the environment', 'env', '{$TTL} of cache'],
  ['a cluster domain from the environment', 'domain', '{$DOM} of kubernetes'],
])('fails with 1 where %s tells no time', async (_, file, variable) => {
  const { status, out } = await ran(`corefile explain ${file}`, files);
  expect([status, out.split('\n')[0]]).toEqual([1, `today: how long a peer looked up too early stays invisible cannot be told, because ${variable} depends on the environment of CoreDNS`]);
});

test('a plugin of a custom build is noted', async () => {
  const { status, out } = await ran('corefile explain custom', files);
  expect([status, out.split('\n')[2]]).toEqual([0, 'note: Corefile line 16: lighthouse: it is no plugin of stock CoreDNS: an image that is not built with it does not start; make sure that the image has it']);
});

test('the same comes as data', async () => {
  const { out } = await ran('corefile explain --json --platform kubeadm --coredns-version 1.11.1 --for redis.prod Corefile', files);
  expect(JSON.parse(out)).toMatchObject({
    domain: 'cluster.local',
    services: [{ service: { service: 'redis', namespace: 'prod', domain: 'cluster.local' }, negative: { seconds: 30, exact: true }, positive: { seconds: 30, exact: true } }],
    advice: 'edit',
    refusals: [],
    live: [expect.stringContaining('37.5 s')],
  });
});

test.each<[string, string]>([
  ['broken', 'unusable: broken: Corefile line 1: Unexpected token \'{\', expecting \'}\'; correct line 1, then try again\n'],
  ['unbalanced', 'unusable: unbalanced: Corefile line 1: nothing closes this "{"; give each "{" one "}", alone on its line\n'],
  ['empty', 'unusable: empty: Corefile line 1: there is no server block: CoreDNS would serve its built-in default; give the whole Corefile\n'],
])('fails with 2 for a text that is %s, as a patch does', async (file, message) => {
  expect(await ran(`corefile explain ${file}`, files)).toMatchObject({ status: 2, out: '', err: message });
  expect(await ran(`corefile patch --platform kubeadm --for redis.prod ${file}`, files)).toMatchObject({ status: 2, out: '', err: message });
});
