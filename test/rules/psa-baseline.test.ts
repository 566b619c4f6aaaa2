import { SoundSet, afterChange, findings, sound } from './harness';
import { psaBaseline } from '../../src/rules/psa-baseline';

const baseline = (change: (s: SoundSet) => void, level = 'baseline', minor = 28) => afterChange(psaBaseline, (s) => {
  s.objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod', labels: { 'pod-security.kubernetes.io/enforce': level } } });
  change(s);
}, minor);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(psaBaseline, sound().objects, minor))).toEqual([]);
});

test('a set without any security context meets the baseline standard', () => {
  expect([28, 36].flatMap((minor) => baseline(({ pod, container }) => {
    delete pod.securityContext;
    delete container.securityContext;
  }, 'baseline', minor))).toEqual([]);
});

test('fails what breaks it, in one finding that can be acknowledged and says what to write for each', () => {
  const [finding, ...others] = baseline(({ pod, container }) => {
    pod.volumes = [{ name: 'fine', emptyDir: {} }, { name: 'host', hostPath: { path: '/' } }];
    container.securityContext = { privileged: true };
  });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', acknowledgeable: true, path: 'spec.template.spec.volumes[1].hostPath' });
  expect(finding.message).toBe('namespace "prod" enforces the baseline standard, which the pod template breaks: hostPath volumes (volume "host": hostPath); '
    + 'privileged (container "web"); the set is accepted and its pods cannot be created');
  expect(finding.fix).toBe('use a claim template or an emptyDir, not hostPath; remove privileged');
});

test('a namespace that enforces level restricted is left to the rule of that level, and one of level privileged is accepted', () => {
  for (const level of ['restricted', 'privileged']) expect(baseline(({ pod }) => { pod.hostNetwork = true; }, level)).toEqual([]);
});
