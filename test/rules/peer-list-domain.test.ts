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
