import { afterChange, findings, sound } from './harness';
import { peerServiceExists } from '../../src/rules/peer-service-exists';

const peer = (ordinal: number, set = 'web', namespace = 'prod') => (
  { apiVersion: 'v1', kind: 'Service', metadata: { name: `${set}-${ordinal}-peer`, namespace }, spec: { selector: { 'statefulset.kubernetes.io/pod-name': `${set}-${ordinal}` } } });
const named = (value: unknown, services: readonly number[], change: (s: any) => void = () => {}) => afterChange(peerServiceExists, (s) => {
  s.container.args = ['--name=x', value];
  change(s);
  s.objects.push(...services.map((ordinal) => peer(ordinal)));
});

test('a set without peer names passes, and so does one whose names have a Service each', () => {
  expect(findings(peerServiceExists, sound().objects)).toEqual([]);
  expect(named('web-0-peer:80,web-1-peer.prod:80,http://web-2-peer.prod.svc.cluster.local:80', [0, 1, 2])).toEqual([]);
  expect(named('http://$(POD_NAME)-peer.prod.svc.cluster.local:80', [0, 1, 2])).toEqual([]);
});

test('fails a name whose Service is not rendered while its siblings are', () => {
  const [finding, ...others] = named('web-0-peer,web-1-peer,web-2-peer', [0, 1]);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'peer-service-exists', severity: 'error', path: 'spec.template.spec.containers[0].args[1]', kind: 'StatefulSet', acknowledgeable: true });
  expect(finding.message).toBe('"web-2-peer" needs the Service "web-2-peer", which is not rendered; the name never resolves, so the member is never found');
  expect(finding.fix).toBe('render web-2-peer like its siblings, or name only members that have one');
});

test('fails with a warning where no peer Service is rendered: they may be elsewhere', () => {
  const [finding] = named('db=web-0-peer.prod.svc.cluster.local', []);
  expect(finding).toMatchObject({ severity: 'warning' });
  expect(finding.fix).toBe('render a Service for each pod (addPeerServices), or name the pods below "web"');
});

test('fails the pod\'s own name as soon as one member that can exist has no Service', () => {
  expect(named('http://$(POD_NAME)-peer:80', [0, 2])).toMatchObject([{ message: expect.stringContaining('"$(POD_NAME)-peer" needs the Service "web-1-peer"') }]);
  expect(named('http://${POD_NAME}-peer:80', [0, 1])).toHaveLength(1);
  expect(named('$(POD_NAME)-peer', [0, 1, 2], ({ set }) => { set.metadata.annotations = { 'cdk8s-stateful.dev/replicas': '3-4' }; delete set.spec.replicas; })).toHaveLength(1);
  expect(named('$(POD_NAME)-peer', [0], ({ set }) => { delete set.spec.replicas; })).toEqual([]);
});

test('an absurd number of replicas is not counted through', () => {
  expect(named('$(POD_NAME)-peer:1', [0, 1], ({ set }) => { set.spec.replicas = 2_000_000_000; })).toHaveLength(1);
});

test.each([
  '/tls/web-7-peer', '/tls/$(POD_NAME)-peer', 'web-7-peer.crt', 'web-7-peer.tar.gz', 'db-7-peer:80', 'my-web-7-peer:80', 'x.web-7-peer:80', 'web-7-peers:80',
  'web-07-peer:80', 'web-7-peer.stage.svc:80', 'web-7-peer.example.com:80',
])('%s is no peer Service of this set', (value) => {
  expect(named(value, [0, 1, 2])).toEqual([]);
});

test('a bare word counts as a name only where there are peer Services', () => {
  expect(named('web-7-peer', [])).toEqual([]);
  expect(named('web-7-peer', [0])).toHaveLength(1);
});

test('a Service of that name in another namespace does not count', () => {
  expect(named('web-1-peer:80', [0], ({ objects }) => objects.push(peer(1, 'web', 'stage')))).toHaveLength(1);
});

test('a set without a namespace may be applied to any', () => {
  const bare = (services: readonly number[]) => named('web-1-peer.default.svc.cluster.local:80', services, ({ set }) => { delete set.metadata.namespace; });
  expect(bare([])).toMatchObject([{ severity: 'warning' }]);
  const found = afterChange(peerServiceExists, ({ set, container, objects }) => {
    delete set.metadata.namespace;
    container.args = ['web-1-peer.default.svc.cluster.local:80'];
    objects.push({ ...peer(1), metadata: { name: 'web-1-peer' } });
  });
  expect(found).toEqual([]);
});

test('values that are no text do not throw', () => {
  expect(named(null, [], ({ container }) => { container.command = 'web-9-peer:80'; })).toEqual([]);
});

test('warns of a name with a port of several digits, where no peer Service is rendered at all', () => {
  expect(afterChange(peerServiceExists, ({ container }) => { container.args = ['--join=web-0-peer:2380']; }))
    .toMatchObject([{ severity: 'warning', message: '"web-0-peer" needs the Service "web-0-peer", which is not rendered; the name never resolves, so the member is never found' }]);
});
