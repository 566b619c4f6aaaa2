import { ObjectSet } from '../../../src/rules/object-set';
import { policyOf } from '../../../src/rules/pod-security/enforced';
import { psaRestricted } from '../../../src/rules/psa-restricted';
import { SetView } from '../../../src/rules/set-view';
import { afterChange, sound } from '../harness';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

function policy(labels: unknown, server = 30) {
  const { set, objects } = sound();
  return policyOf(new SetView(set, new ObjectSet([...objects, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod', labels } }])), server);
}

test('a level without a version is that of the server, and so is the latest and a version that is none', () => {
  for (const version of [undefined, 'latest', 'v1', '1.21', 'v1.x']) {
    expect(policy({ [ENFORCE]: 'restricted', [`${ENFORCE}-version`]: version })).toEqual({ level: 'restricted', version: 30, server: 30 });
  }
});

test('a pinned version counts where it is not above that of the server', () => {
  expect(policy({ [ENFORCE]: 'baseline', [`${ENFORCE}-version`]: 'v1.21' })).toEqual({ level: 'baseline', version: 21, server: 30 });
  expect(policy({ [ENFORCE]: 'baseline', [`${ENFORCE}-version`]: 'v1.36' })).toEqual({ level: 'baseline', version: 30, server: 30 });
});

test('a namespace that enforces nothing, or level privileged, has no policy', () => {
  for (const labels of [undefined, {}, { [ENFORCE]: 'privileged' }, { [`${ENFORCE}-version`]: 'v1.21' }, 'x']) expect(policy(labels)).toBeUndefined();
});

test('a finding names the version where it is not that of the server', () => {
  const found = (version: string) => afterChange(psaRestricted, ({ objects, pod }) => {
    objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod', labels: { [ENFORCE]: 'restricted', [`${ENFORCE}-version`]: version } } });
    pod.hostPID = true;
  })[0].message;
  expect(found('v1.21')).toContain('enforces the restricted standard of Kubernetes 1.21, which the pod template breaks: host namespaces (hostPID);');
  expect(found('latest')).toContain('enforces the restricted standard, which');
});

test('what a pinned version does not ask for is accepted', () => {
  expect(afterChange(psaRestricted, ({ objects, container }) => {
    objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod', labels: { [ENFORCE]: 'restricted', [`${ENFORCE}-version`]: 'v1.21' } } });
    delete container.securityContext.capabilities;
  })).toEqual([]);
});
