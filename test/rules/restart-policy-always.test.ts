import { afterChange, findings, sound } from './harness';
import { restartPolicyAlways } from '../../src/rules/restart-policy-always';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(restartPolicyAlways, sound().objects, minor))).toEqual([]);
});

test('fails a policy that lets members end, and a deadline, which every version rejects', () => {
  expect(afterChange(restartPolicyAlways, ({ pod }) => { pod.restartPolicy = 'OnFailure'; pod.activeDeadlineSeconds = 60; })).toMatchObject([
    { path: 'spec.template.spec.restartPolicy', acknowledgeable: false },
    { path: 'spec.template.spec.activeDeadlineSeconds', acknowledgeable: false },
  ]);
});

test('Always, an empty policy and one of an init container are accepted', () => {
  expect(afterChange(restartPolicyAlways, ({ pod }) => { pod.restartPolicy = 'Always'; pod.activeDeadlineSeconds = null; })).toEqual([]);
  expect(afterChange(restartPolicyAlways, ({ pod }) => { pod.restartPolicy = ''; pod.initContainers = [{ name: 'i', restartPolicy: 'OnFailure' }]; })).toEqual([]);
});
