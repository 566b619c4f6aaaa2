import { SoundSet, afterChange, findings, sound } from './harness';
import { fsGroupSet } from '../../src/rules/fs-group-set';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(fsGroupSet, sound().objects, minor))).toEqual([]);
});

test('fails a non-root pod that writes to a claim without fsGroup', () => {
  expect(afterChange(fsGroupSet, ({ pod }) => { delete pod.securityContext.fsGroup; }))
    .toMatchObject([{ severity: 'warning', path: 'spec.template.spec.securityContext.fsGroup' }]);
});

test('fails a single non-root container beside root ones', () => {
  expect(afterChange(fsGroupSet, ({ pod, container }) => {
    delete pod.securityContext;
    container.securityContext = { runAsUser: 999 };
  })).toHaveLength(1);
});

test('a root init container that mounts the claim can hand it over', () => {
  expect(afterChange(fsGroupSet, ({ pod, container }) => {
    delete pod.securityContext.fsGroup;
    pod.initContainers = [{ ...container, name: 'chown', securityContext: { runAsUser: 0 } }];
  })).toEqual([]);
});

test('root, a claim that is only read, a Block claim and a pod without claims are accepted', () => {
  for (const change of [
    ({ pod }: SoundSet) => { pod.securityContext = { runAsUser: 0, runAsNonRoot: true }; },
    ({ pod, container }: SoundSet) => { delete pod.securityContext.fsGroup; container.volumeMounts[0].readOnly = true; },
    ({ pod, claim }: SoundSet) => { delete pod.securityContext.fsGroup; claim.spec.volumeMode = 'Block'; },
    ({ pod, set }: SoundSet) => { delete pod.securityContext.fsGroup; set.spec.volumeClaimTemplates = []; },
  ]) expect(afterChange(fsGroupSet, change)).toEqual([]);
});
