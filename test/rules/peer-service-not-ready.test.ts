import { afterChange, findings, sound } from './harness';
import { peerServiceNotReady } from '../../src/rules/peer-service-not-ready';

const service = (name: string, published: unknown, annotations: any = {}, change: (s: any) => void = () => {}) => afterChange(peerServiceNotReady, (s) => {
  s.set.metadata.annotations = annotations;
  change(s);
  s.objects.push({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'prod' },
    spec: { publishNotReadyAddresses: published, selector: { 'app': 'web', 'statefulset.kubernetes.io/pod-name': 'web-1' } },
  });
});
const TOGETHER = { 'cdk8s-stateful.dev/bootstrap': 'together, 3' };
const QUORUM = { 'cdk8s-stateful.dev/members': 'quorum' };

test('a set that does not bootstrap together, and one whose peer Services publish, passes', () => {
  expect(findings(peerServiceNotReady, sound().objects)).toEqual([]);
  expect(service('web-1-peer', undefined)).toEqual([]);
  expect(service('web-1-peer', true, TOGETHER)).toEqual([]);
});

test.each([undefined, false, 'true'])('fails members that bootstrap together behind a peer Service with %j', (published) => {
  const [finding, ...others] = service('web-1-peer', published, TOGETHER);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'peer-service-not-ready', severity: 'error', path: 'spec.publishNotReadyAddresses', name: 'web-1-peer', acknowledgeable: true });
  expect(finding.message).toContain('connections are refused until the member is ready, and members are declared to need each other before that: each waits for the others forever');
});

test('fails with a warning for a quorum that starts in parallel', () => {
  expect(service('web-1-peer', false, QUORUM, ({ set }) => { set.spec.podManagementPolicy = 'Parallel'; })).toMatchObject([{ severity: 'warning' }]);
  expect(service('web-1-peer', false, QUORUM)).toEqual([]);
});

test('a Service for clients of one pod is not judged', () => {
  expect(service('web-1', false, TOGETHER)).toEqual([]);
});
