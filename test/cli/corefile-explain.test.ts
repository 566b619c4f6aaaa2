import { ran } from './terminal';
import { yamlText } from '../../src/cluster-dns/yaml-text';
import { DEFAULTS, FIXED_CACHE, NODE_LOCAL } from '../cluster-dns/situations';
import { kubeadm } from '../corefile/corefiles';

const files = { 'Corefile': kubeadm('cache 30'), 'fixed': kubeadm(FIXED_CACHE), 'node': NODE_LOCAL, 'broken': '. {', '-': yamlText({ kind: 'ConfigMap', data: { Corefile: DEFAULTS.eks } }) };

test('tells both sides of a Corefile, and what is not counted', async () => {
  const { status, out, err } = await ran('corefile explain Corefile', files);
  expect([status, err]).toEqual([0, '']);
  expect(out.split('\n')).toEqual([
    'today a peer looked up too early stays invisible for up to 30 s, because kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds',
    'today the address of a restarted member is still answered for up to 30 s, because kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds',
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
  expect(out).toContain('today a peer looked up too early stays invisible for up to 30 s');
  expect(out).toContain('note: kubeadm from 1.32 on writes a Corefile with both caches switched off');
  expect((await ran('corefile explain --platform kubeadm --for redis.prod fixed', files)).out).toContain('way: CoreDNS lets go of these names soon enough already');
});

test('a cache in front is counted', async () => {
  expect((await ran('corefile explain --node-local-dns node Corefile', files)).out).toContain('stays invisible for up to 35 s');
});

test('what is refused is told as well, and is no failure of an explanation', async () => {
  const { status, out } = await ran('corefile explain --platform gke-cloud-dns --for redis.prod Corefile', files);
  expect([status, out.includes('refused: GKE with Cloud DNS: Cloud DNS has no Corefile')]).toEqual([0, true]);
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

test('fails for a Corefile that CoreDNS refuses, after saying so', async () => {
  const { status, out } = await ran('corefile explain broken', files);
  expect([status, out.split('\n')[0]]).toEqual([2, 'today how long a peer looked up too early stays invisible cannot be told, because CoreDNS refuses the Corefile: line 1: Unexpected token \'{\', expecting \'}\'']);
});
