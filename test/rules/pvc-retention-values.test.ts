import { afterChange, findings, sound } from './harness';
import { pvcRetentionValues } from '../../src/rules/pvc-retention-values';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(pvcRetentionValues, sound().objects, minor))).toEqual([]);
});

test('fails delete in lower case, which every version rejects', () => {
  expect(afterChange(pvcRetentionValues, ({ set }) => { set.spec.persistentVolumeClaimRetentionPolicy = { whenDeleted: 'delete', whenScaled: 'Keep' }; })).toMatchObject([
    { path: 'spec.persistentVolumeClaimRetentionPolicy.whenDeleted', fix: 'whenDeleted: Delete', acknowledgeable: false },
    { path: 'spec.persistentVolumeClaimRetentionPolicy.whenScaled', fix: 'whenScaled: Retain', acknowledgeable: false },
  ]);
});

test('both values, an empty one and a policy that is no object are accepted', () => {
  for (const policy of [{ whenDeleted: 'Delete', whenScaled: 'Retain' }, { whenDeleted: '', whenScaled: null }, 'Retain', null]) {
    expect(afterChange(pvcRetentionValues, ({ set }) => { set.spec.persistentVolumeClaimRetentionPolicy = policy; })).toEqual([]);
  }
});
