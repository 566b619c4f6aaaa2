import { afterChange, findings, sound } from './harness';
import { peerListDomain } from '../../src/rules/peer-list-domain';

const env = (value: unknown, change: (s: any) => void = () => {}) => afterChange(peerListDomain, (s) => {
  s.container.env = [{ name: 'PEERS', value }];
  change(s);
});

test('short names and the right full name pass, also with a final dot', () => {
  expect(findings(peerListDomain, sound().objects)).toEqual([]);
  expect(env('web-0.web,web-0.web.prod,web-0.web.prod.svc')).toEqual([]);
  expect(env('web-0.web.prod.svc.cluster.local.:80')).toEqual([]);
});

test('fails another cluster domain', () => {
  const [finding, ...others] = env('web-0.web.prod.svc.example.org,web-1.web.prod.svc.example.org');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'peer-list-domain', severity: 'warning', path: 'spec.template.spec.containers[0].env[0].value', acknowledgeable: true });
  expect(finding.message).toBe('"web-0.web.prod.svc.example.org" has cluster domain "example.org", the cluster has "cluster.local"; the name does not resolve');
  expect(finding.fix).toContain('write web-0.web, which');
});

test('fails another namespace, with and without a cluster domain', () => {
  expect(env('web-0.web.staging.svc')[0].message).toContain('has namespace "staging", the set is in "prod"');
  expect(env('web-0.web.staging.svc.cluster.local')).toHaveLength(1);
});

test('the cluster domain of the target counts, not the usual one', () => {
  const s = sound();
  s.container.args = ['web-0.web.prod.svc.cluster.local'];
  expect(findings(peerListDomain, s.objects, 28, 'k8s.example')).toHaveLength(1);
  s.container.args = ['web-0.web.prod.svc.k8s.example'];
  expect(findings(peerListDomain, s.objects, 28, 'k8s.example')).toEqual([]);
});

test('a set of that name in the other namespace is a real peer, and an omitted namespace says nothing', () => {
  expect(env('web-0.web.staging.svc', ({ set, objects }) => {
    const second = structuredClone(set);
    second.metadata.namespace = 'staging';
    second.spec.template.spec.containers[0].env = [];
    objects.push(second);
  })).toEqual([]);
  expect(env('web-0.web.staging.svc', ({ set }) => { delete set.metadata.namespace; })).toEqual([]);
});

test('names of other Services and of the outside pass', () => {
  expect(env('web-0.other.staging.svc,web-0.web.example.com,db-0.web.staging.svc')).toEqual([]);
});

test('fails a peer Service under another cluster domain or namespace, and not one that is written short', () => {
  const arg = (value: string) => afterChange(peerListDomain, ({ container }) => { container.args = [value]; });
  expect(arg('web-0-peer.prod.svc.cluster.local:80,web-1-peer:80')).toEqual([]);
  const [domain, ...others] = arg('http://web-0-peer.prod.svc.k8s.example.org:80');
  expect(others).toEqual([]);
  expect(domain.message).toBe('"web-0-peer.prod.svc.k8s.example.org" has cluster domain "k8s.example.org", the cluster has "cluster.local"; the name does not resolve');
  expect(domain.fix).toBe("write web-0-peer, which resolves in the pod's own namespace under any cluster domain");
  expect(arg('$(POD_NAME)-peer.stage.svc.cluster.local')).toMatchObject([{ message: expect.stringContaining('has namespace "stage", the set is in "prod"') }]);
});

test('fails another namespace with an error when a construct declared the set, and with a warning otherwise', () => {
  const severity = (labels: any) => env('web-0.web.staging.svc', ({ set }) => { set.metadata.labels = labels; }).map((finding) => finding.severity);
  expect([severity({ 'app.kubernetes.io/managed-by': 'cdk8s' }), severity({ 'app.kubernetes.io/managed-by': 'Helm' }), severity(undefined)]).toEqual([['error'], ['warning'], ['warning']]);
});

test('fails the own address of a member in another namespace or domain, however the name of the pod is spelled', () => {
  const own = (value: string) => env(value, ({ container }) => { container.env.unshift({ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }); });
  expect(own('$(POD_NAME).web.prod.svc.cluster.local')).toEqual([]);
  expect(own('$(POD_NAME).web.staging.svc')).toMatchObject([{ message: expect.stringContaining('"$(POD_NAME).web.staging.svc" has namespace "staging", the set is in "prod"') }]);
  expect(own('${HOSTNAME}.web.prod.svc.k8s.example')).toMatchObject([{ fix: expect.stringContaining('write ${HOSTNAME}.web, which') }]);
});
