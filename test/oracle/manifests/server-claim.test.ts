import { claimsOf } from '../../../oracle/manifests/server-claim';

const read = (statement: string) => Object.fromEntries([...claimsOf(statement)].map(([version, { verdict, seen, beyond }]) =>
  [version, { ...verdict, ...(seen.length > 0 && { seen: seen.map(({ words }) => words) }), ...(beyond && { beyond }) }]));

test('one line can speak of both versions', () => {
  const runs = { kind: 'runs' };
  expect(read('Kubernetes 1.28 and 1.36 accept it and run its pods')).toEqual({ 1.28: runs, 1.36: runs });
});

test('each version has a verdict of its own', () => {
  expect(read([
    'Kubernetes 1.28 accepts it and creates no pod: spec.subdomain: Invalid value: "a.b"',
    'Kubernetes 1.36 rejects it: spec.serviceName: Invalid value: "a.b"',
  ].join('\n'))).toEqual({
    1.28: { kind: 'stops', pods: 0, set: undefined, event: 'spec.subdomain: Invalid value: "a.b"' },
    1.36: { kind: 'rejected', text: 'spec.serviceName: Invalid value: "a.b"' },
  });
});

test.each<[string, object]>([
  ['accept it', { kind: 'accepted' }],
  ['accept it and create no pod', { kind: 'stops', pods: 0 }],
  ['accept it and create no pod of StatefulSet db-0: is invalid', { kind: 'stops', pods: 0, set: 'db-0', event: 'is invalid' }],
  ['accept it and create only 1 of 3 pods: exists', { kind: 'stops', pods: 1, of: 3, event: 'exists' }],
  ['accept it and crash kube-controller-manager: slice bounds', { kind: 'crashes', text: 'slice bounds' }],
  ['accept it and run its pods; the failure needs a kubelet: the mount fails', { kind: 'runs', beyond: 'the failure needs a kubelet: the mount fails' }],
  ['accept it and run its pods; the failure needs cluster DNS: no name resolves', { kind: 'runs', beyond: 'the failure needs cluster DNS: no name resolves' }],
  ['accept it and run its pods, but evictions are refused: needs 3 healthy pods', { kind: 'runs', seen: [['needs 3 healthy pods']] }],
  ['accept it and run its pods, but the budget allows 0 disruptions', { kind: 'runs', seen: [[undefined, '0']] }],
  ['accept it and run its pods, but the field spec.template.spec.hostnameOverride is dropped', { kind: 'runs', seen: [['spec.template.spec.hostnameOverride']] }],
  ['accept it and run its pods, but a new value of the label helm.sh/chart is refused: updates to', { kind: 'runs', seen: [['helm.sh/chart', 'updates to']] }],
  ['accept it and run its pods, but deleting the set with --cascade=orphan loses a pod', { kind: 'runs', seen: [[]] }],
  ['accept it and run its pods, but pod zk-2 does not exist', { kind: 'runs', seen: [['pod', 'zk-2']] }],
  ['accept it and run its pods, but PersistentVolumeClaim data-db-0 has spec.resources.requests.storage 7Gi',
    { kind: 'runs', seen: [['PersistentVolumeClaim', 'data-db-0', 'spec.resources.requests.storage', '7Gi']] }],
])('"%s" is read', (sentence, expected) => {
  expect(read(`Kubernetes 1.28 and 1.36 ${sentence}`)['1.36']).toEqual(expected);
});

test('what is seen afterwards adds to the verdict of its version', () => {
  expect(read([
    'Kubernetes 1.28 and 1.36 accept it and run its pods, but Service db has 0 ready endpoints',
    'Kubernetes 1.36 then: pod db-0 has no hostname in the EndpointSlice of db',
  ].join('\n'))).toEqual({ 1.28: { kind: 'runs', seen: [['db', '0']] }, 1.36: { kind: 'runs', seen: [['db', '0'], ['db-0', 'db']] } });
});

test.each<[string, string]>([
  ['Kubernetes 1.28 rejects it: no', 'nothing is said of Kubernetes 1.36'],
  ['Kubernetes 1.27 rejects it: no', 'nothing proves "Kubernetes 1.27 rejects it: no"'],
  ['Kubernetes 1.28 and 1.36 dislike it', 'nothing proves "Kubernetes 1.28 and 1.36 dislike it": write one of the sentences of oracle/manifests/server-claim.ts'],
  ['Kubernetes 1.28 and 1.36 accept it and run its pods, but all is lost', 'nothing proves "all is lost": write one of the forms of oracle/manifests/forms'],
  ['Kubernetes 1.28 and 1.36 accept it\nKubernetes 1.28 rejects it: no', 'Kubernetes 1.28 has two verdicts'],
  ['Kubernetes 1.28 then: every pod can be evicted at once', 'comes before the verdict of Kubernetes 1.28'],
])('fails for %j', (statement, message) => expect(() => claimsOf(statement)).toThrow(message));
