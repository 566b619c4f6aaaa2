import { SoundSet, afterChange, findings, sound } from './harness';
import { psaRestricted } from '../../src/rules/psa-restricted';

const restricted = (change: (s: SoundSet) => void, level = 'restricted', name = 'prod') => afterChange(psaRestricted, (s) => {
  s.objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': level } } });
  change(s);
});

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(psaRestricted, sound().objects, minor))).toEqual([]);
});

test('the sound set meets the restricted standard', () => {
  expect(restricted(() => undefined)).toEqual([]);
});

test('fails everything that breaks it, in one finding that can be acknowledged', () => {
  const [finding, ...others] = restricted(({ pod, container }) => {
    delete pod.securityContext;
    container.securityContext = { privileged: true };
    pod.hostNetwork = true;
    pod.volumes = [{ name: 'host', hostPath: { path: '/' } }];
  });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', acknowledgeable: true, path: 'spec.template.spec.hostNetwork' });
  expect(finding.message).toBe('namespace "prod" enforces the restricted standard, which the pod template breaks: host namespaces (hostNetwork); '
    + 'restricted volume types (volume "host": hostPath); hostPort (container "web": 80); privileged (container "web"); '
    + 'unrestricted capabilities (container "web" does not drop ALL); allowPrivilegeEscalation != false (container "web"); '
    + 'runAsNonRoot != true (container "web"); seccompProfile (container "web"); the set is accepted and its pods cannot be created');
});

test('fails an init container, and a container that overrides the pod', () => {
  expect(restricted(({ pod }) => { pod.initContainers = [{ name: 'i' }]; })[0].message).toContain('allowPrivilegeEscalation != false (container "i");');
  expect(restricted(({ container }) => { container.securityContext.runAsUser = 0; })[0].message).toContain('breaks: runAsUser=0 (container "web");');
});

test('settings of the container alone, and the one capability that may be added, are accepted', () => {
  expect(restricted(({ pod, container }) => {
    delete pod.securityContext;
    container.securityContext = {
      runAsNonRoot: true, seccompProfile: { type: 'Localhost' }, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    };
  })).toEqual([]);
});

test('labels that only warn or audit are accepted', () => {
  expect(afterChange(psaRestricted, ({ objects, pod }) => {
    objects.push({
      apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod', labels: { 'pod-security.kubernetes.io/warn': 'restricted', 'pod-security.kubernetes.io/audit': 'restricted' } },
    });
    pod.hostNetwork = true;
  })).toEqual([]);
});

test('another level, another namespace and a set that names none are accepted', () => {
  const change = ({ pod }: SoundSet) => { delete pod.securityContext; };
  expect(restricted(change, 'baseline')).toEqual([]);
  expect(restricted(change, 'restricted', 'other')).toEqual([]);
  expect(restricted((s) => { change(s); delete s.set.metadata.namespace; })).toEqual([]);
});

test('a Namespace that carries a namespace, as cdk8s writes it in a chart that has one, is found all the same', () => {
  const found = afterChange(psaRestricted, ({ objects, pod }) => {
    objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod', namespace: 'prod', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } });
    pod.hostNetwork = true;
  });
  expect(found.map((f) => f.ruleId)).toEqual(['psa-restricted']);
});
