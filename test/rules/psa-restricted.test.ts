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

test('fails everything that breaks it, in one finding', () => {
  const [finding, ...others] = restricted(({ pod, container }) => {
    delete pod.securityContext;
    container.securityContext = { privileged: true };
    pod.hostNetwork = true;
    pod.volumes = [{ name: 'host', hostPath: { path: '/' } }];
  });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.template.spec.securityContext' });
  expect(finding.message).toContain('hostNetwork; hostPath volume "host"; container "web": privileged, runAsNonRoot is not true, '
    + 'allowPrivilegeEscalation is not false, capabilities do not drop ALL, no seccompProfile');
});

test('fails an init container, and a container that overrides the pod', () => {
  expect(restricted(({ pod }) => { pod.initContainers = [{ name: 'i' }]; })[0].message).toContain('container "i": allowPrivilegeEscalation');
  expect(restricted(({ container }) => { container.securityContext.runAsUser = 0; })[0].message).toContain('container "web": runs as user 0;');
});

test('settings of the container alone, and the one capability that may be added, are accepted', () => {
  expect(restricted(({ pod, container }) => {
    delete pod.securityContext;
    container.securityContext = {
      runAsNonRoot: true, seccompProfile: { type: 'Localhost' }, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    };
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
