import { afterChange, findings, sound } from './harness';
import { barePodNameCollision } from '../../src/rules/bare-pod-name-collision';

const withPod = (metadata: any, change: (s: any) => void = () => {}) => afterChange(barePodNameCollision, (s) => {
  s.objects.push({ apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'prod', ...metadata } });
  change(s);
});

test('the sound set passes', () => {
  expect(findings(barePodNameCollision, sound().objects)).toEqual([]);
});

test('fails a Pod that takes the name of a member', () => {
  const [finding, ...others] = withPod({ name: 'web-2' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'bare-pod-name-collision', severity: 'error', kind: 'Pod', path: 'metadata.name', acknowledgeable: true });
  expect(finding.message).toBe('"web-2" is the name of a pod of StatefulSet "web"; the set cannot create its own and says so in no event');
});

test('fails a Pod that the set would adopt, and says so', () => {
  expect(withPod({ name: 'web-0', labels: { app: 'web' } })[0].message).toContain('its labels match, so the set adopts it and then fails to update it');
});

test.each([
  [{ name: 'web-3' }], [{ name: 'web' }], [{ name: 'web-02' }], [{ name: 'db-0' }], [{ name: 'web-0', namespace: 'stage' }], [{ name: 'web-0', ownerReferences: [{ kind: 'StatefulSet', name: 'web' }] }],
])('%j passes', (metadata) => {
  expect(withPod(metadata)).toEqual([]);
});

test('ordinals count from the start of the set', () => {
  const start = ({ set }: any) => { set.spec.ordinals = { start: 5 }; };
  expect([withPod({ name: 'web-0' }, start), withPod({ name: 'web-7' }, start)].map((found) => found.length)).toEqual([0, 1]);
});

test('fails with a warning where the Pod is a hook of Helm, which comes and goes', () => {
  expect(afterChange(barePodNameCollision, ({ objects }) => objects.push(
    { kind: 'Pod', metadata: { name: 'web-1', namespace: 'prod', annotations: { 'helm.sh/hook': 'test' } } },
  ))).toMatchObject([{ severity: 'warning' }]);
});
