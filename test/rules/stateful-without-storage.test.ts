import { afterChange, findings, sound } from './harness';
import { statefulWithoutStorage } from '../../src/rules/stateful-without-storage';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(statefulWithoutStorage, sound().objects, minor))).toEqual([]);
});

test('fails a set without claim templates, as a hint', () => {
  expect(afterChange(statefulWithoutStorage, ({ set, pod }) => {
    set.spec.volumeClaimTemplates = [];
    pod.volumes = [{ name: 'tmp', emptyDir: {} }, { name: 'conf', configMap: { name: 'c' } }, null];
  })).toMatchObject([{ severity: 'info', path: 'spec.volumeClaimTemplates' }]);
});

test('a claim, or any volume that outlives the pod, is accepted', () => {
  for (const volume of [{ persistentVolumeClaim: { claimName: 'x' } }, { nfs: {} }, { hostPath: { path: '/x' } }]) {
    expect(afterChange(statefulWithoutStorage, ({ set, pod }) => { delete set.spec.volumeClaimTemplates; pod.volumes = [{ name: 'v', ...volume }]; })).toEqual([]);
  }
});

test('a data directory on an emptyDir is for the rule about that', () => {
  expect(afterChange(statefulWithoutStorage, ({ set, pod, container }) => {
    delete set.spec.volumeClaimTemplates;
    pod.volumes = [{ name: 'data', emptyDir: {} }];
    container.volumeMounts[0].mountPath = '/data/db';
  })).toEqual([]);
});
