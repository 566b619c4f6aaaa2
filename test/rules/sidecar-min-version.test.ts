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

test.each([29, 33])('fails every other value on an init container of Kubernetes 1.%d, which refuses the pod', (minor) => {
  expect(['OnFailure', 'Never', 'foo', ''].map((value) => init(value, minor))).toEqual(Array(4).fill([
    expect.objectContaining({ severity: 'error', acknowledgeable: true, message: expect.stringContaining('takes Always only before 1.34, and the pod cannot be created') }),
  ]));
});

test.each([28, 34])('warns of every other value on an init container of Kubernetes 1.%d, which drops it', (minor) => {
  const [finding, ...others] = init('Never', minor);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', acknowledgeable: true });
  expect(finding.message).toBe(`restartPolicy "Never" stands on container "proxy"; Kubernetes 1.${minor} drops the field without a word, and the container is an init container like others`);
});

test('from Kubernetes 1.35 on an init container may have every restart policy, and what is none is for the rule about values', () => {
  expect([35, 36].flatMap((minor) => ['OnFailure', 'Never', 'foo'].flatMap((value) => init(value, minor)))).toEqual([]);
  const values = (minor: number) => ['Always', 'OnFailure', 'Never', 'foo', ''].map((restartPolicy) =>
    afterChange(fieldValues, ({ pod }) => { pod.initContainers = [{ name: 'proxy', image: 'x:1', restartPolicy }]; }, minor).length);
  expect([28, 34, 36].map(values)).toEqual([[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 1, 1]]);
});

test('one on a main container is a value like others, for the rule about values', () => {
  const main = (restartPolicy: unknown, minor: number) => [sidecarMinVersion, fieldValues].map((rule) => {
    const found = afterChange(rule, ({ container }) => { container.restartPolicy = restartPolicy; }, minor);
    return found.map(({ severity, path, acknowledgeable }) => [severity, path, acknowledgeable]);
  });
  const path = 'spec.template.spec.containers[0].restartPolicy';
  expect([main('Always', 28), main('', 28), main('Never', 34)]).toEqual([[[], [['error', path, true]]], [[], [['error', path, true]]], [[], []]]);
  expect([main('Never', 36), main('Sometimes', 36), main('', 36)]).toEqual([[[], []], [[], [['error', path, false]]], [[], [['error', path, false]]]]);
});
