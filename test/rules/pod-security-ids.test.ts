import { afterChange, findings, sound } from './harness';
import { podSecurityIds } from '../../src/rules/pod-security-ids';

const paths = (security: any) => afterChange(podSecurityIds, ({ pod }) => { pod.securityContext = security; }).map(({ path }) => path.replace('spec.template.spec.securityContext.', ''));

test('the sound set passes, and so do the first and the last id', () => {
  expect(findings(podSecurityIds, sound().objects)).toEqual([]);
  expect(paths({ runAsUser: 0, runAsGroup: 2147483647, fsGroup: 0, supplementalGroups: [0, 2147483647] })).toEqual([]);
});

test('fails ids below 0, which no pod can have', () => {
  expect(paths({ runAsUser: -1, runAsGroup: -1, fsGroup: -1, supplementalGroups: [1, -5] })).toEqual(['runAsUser', 'runAsGroup', 'fsGroup', 'supplementalGroups[1]']);
  const [finding] = afterChange(podSecurityIds, ({ pod }) => { pod.securityContext.supplementalGroups = [-5]; });
  expect(finding).toMatchObject({ ruleId: 'pod-security-ids', severity: 'error', acknowledgeable: true });
  expect(finding.message).toBe('supplementalGroups is -5; an id is 0 to 2147483647, and the pod cannot be created');
});

test('fails supplemental groups that are no number, and leaves single ids of that kind to the rule about numbers', () => {
  expect(paths({ supplementalGroups: ['5', 1.5, 2147483648] })).toEqual(['supplementalGroups[0]', 'supplementalGroups[1]', 'supplementalGroups[2]']);
  expect(paths({ runAsUser: '5', runAsGroup: 1.5 })).toEqual([]);
});

test('fails an id that needs more than 31 bits; null in the list of groups is read as 0', () => {
  expect(paths({ fsGroup: 2147483648, runAsUser: 1e15 })).toEqual(['runAsUser', 'fsGroup']);
  expect(paths({ supplementalGroups: [null] })).toEqual([]);
});

test('fails an id of a container, of an init container too', () => {
  const found = afterChange(podSecurityIds, ({ container, pod }) => {
    container.securityContext.runAsUser = -1;
    pod.initContainers = [{ name: 'i', securityContext: { runAsGroup: -2 } }];
  });
  expect(found.map(({ path }) => path)).toEqual([
    'spec.template.spec.containers[0].securityContext.runAsUser', 'spec.template.spec.initContainers[0].securityContext.runAsGroup',
  ]);
});

test('the API server rejects the set itself from 1.34 on', () => {
  const rejected = (minor: number) => !afterChange(podSecurityIds, ({ pod }) => { pod.securityContext.runAsUser = -1; }, minor)[0].acknowledgeable;
  expect([28, 33, 34, 36].map(rejected)).toEqual([false, false, true, true]);
});
