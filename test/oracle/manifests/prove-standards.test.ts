import { casesOf, namespaceOf, reasonsIn } from '../../../oracle/manifests/prove-standards';

test('a namespace enforces its level, and says a version only where there is one', () => {
  expect(namespaceOf('baseline', undefined).metadata).toEqual({ name: 'baseline-unsaid', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } });
  expect(namespaceOf('restricted', 'v1.21').metadata).toEqual({
    name: 'restricted-v1-21', labels: { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/enforce-version': 'v1.21' },
  });
});

test('reasons are read from what a server says and from a finding alike', () => {
  expect(reasonsIn('pods "db-0" is forbidden: violates PodSecurity "restricted:v1.22": runAsUser=0 (pod and container "db" must not set runAsUser=0), '
    + 'forbidden AppArmor profiles (pod must not set AppArmor profile type to "Unconfined", "x"), host namespaces (hostNetwork=true, hostPID=true)')).toEqual([
    'forbidden AppArmor profile', 'host namespaces', 'runAsUser=0',
  ]);
  expect(reasonsIn('namespace "a" enforces the restricted standard, which the pod template breaks: host namespaces (hostNetwork, hostPID); runAsUser=0 (pod); '
    + 'the set is accepted and its pods cannot be created')).toEqual(['host namespaces', 'runAsUser=0']);
  expect(reasonsIn('Pod "db-0" is invalid')).toEqual([]);
});

test('every shape is sent to every namespace, and as many pairs as are asked for', () => {
  const [none, some] = [casesOf(0, 1), casesOf(7, 1)];
  const namespaces = new Set(none.map(({ namespace }) => namespace.metadata.name));
  expect(namespaces.size).toBeGreaterThan(40);
  expect(none.length % namespaces.size).toBe(0);
  expect(some.length).toBe(none.length + 7);
});
