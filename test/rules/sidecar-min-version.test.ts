import { afterChange, findings, sound } from './harness';
import { fieldValues } from '../../src/rules/field-values';
import { sidecarMinVersion } from '../../src/rules/sidecar-min-version';

const init = (restartPolicy: unknown, minor: number) => afterChange(sidecarMinVersion, ({ pod }) => { pod.initContainers = [{ name: 'proxy', image: 'x:1', restartPolicy }]; }, minor);

test('the sound set passes, and so does a plain init container', () => {
  expect(findings(sidecarMinVersion, sound().objects)).toEqual([]);
  expect([init(undefined, 28), init(null, 28)]).toEqual([[], []]);
});

test('a sidecar passes from Kubernetes 1.29 on', () => {
  expect([init('Always', 29), init('Always', 36)]).toEqual([[], []]);
});

test('fails a sidecar before, since the field is dropped and the pod waits for it to end', () => {
  const [finding, ...others] = init('Always', 28);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'sidecar-min-version', severity: 'error', path: 'spec.template.spec.initContainers[0].restartPolicy', acknowledgeable: true });
  expect(finding.message).toBe('restartPolicy "Always" stands on container "proxy"; Kubernetes 1.28 drops the field without a word, so the pod waits for this container to end and never gets past it');
});

test('fails every other value on an init container', () => {
  expect(init('OnFailure', 30)).toMatchObject([{ message: expect.stringContaining('an init container takes Always only'), acknowledgeable: true }]);
  expect(init('OnFailure', 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('one on a main container is a value like others, for the rule about values', () => {
  const main = (restartPolicy: unknown, minor: number) => [sidecarMinVersion, fieldValues].map((rule) => {
    const found = afterChange(rule, ({ container }) => { container.restartPolicy = restartPolicy; }, minor);
    return found.map(({ severity, path, acknowledgeable }) => [severity, path, acknowledgeable]);
  });
  const path = 'spec.template.spec.containers[0].restartPolicy';
  expect([main('Always', 28), main('', 28), main('Never', 34)]).toEqual([[[], [['error', path, true]]], [[], [['error', path, true]]], [[], [['error', path, false]]]]);
  expect([main('Never', 36), main('Sometimes', 36), main('', 36)]).toEqual([[[], []], [[], [['error', path, false]]], [[], [['error', path, false]]]]);
});
