import { afterChange, findings, sound } from './harness';
import { pvcWhenDeletedDelete } from '../../src/rules/pvc-when-deleted-delete';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(pvcWhenDeletedDelete, sound().objects, minor))).toEqual([]);
});

test('fails Delete with a warning', () => {
  expect(afterChange(pvcWhenDeletedDelete, ({ set }) => { set.spec.persistentVolumeClaimRetentionPolicy = { whenDeleted: 'Delete' }; }))
    .toMatchObject([{ severity: 'warning', path: 'spec.persistentVolumeClaimRetentionPolicy.whenDeleted' }]);
});

test('Retain, a set without claim templates and a policy that is no object are accepted', () => {
  expect(afterChange(pvcWhenDeletedDelete, ({ set }) => { set.spec.persistentVolumeClaimRetentionPolicy = { whenDeleted: 'Retain' }; })).toEqual([]);
  expect(afterChange(pvcWhenDeletedDelete, ({ set }) => { set.spec.persistentVolumeClaimRetentionPolicy = { whenDeleted: 'Delete' }; set.spec.volumeClaimTemplates = {}; })).toEqual([]);
  expect(afterChange(pvcWhenDeletedDelete, ({ set }) => { set.spec.persistentVolumeClaimRetentionPolicy = ['Delete']; })).toEqual([]);
});
