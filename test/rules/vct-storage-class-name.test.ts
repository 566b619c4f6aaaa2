import { SoundSet, afterChange, findings, sound } from './harness';
import { vctStorageClassName } from '../../src/rules/vct-storage-class-name';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctStorageClassName, sound().objects, minor))).toEqual([]);
});

test('a class that is named right, and none at all, are accepted', () => {
  expect(afterChange(vctStorageClassName, ({ claim }) => { claim.spec.storageClassName = 'fast.ssd-2'; })).toEqual([]);
  expect(afterChange(vctStorageClassName, ({ claim }) => { claim.spec.storageClassName = null; })).toEqual([]);
});

test('fails a class that no class can be named', () => {
  const change = ({ claim }: SoundSet) => { claim.spec.storageClassName = 'Fast_SSD'; };
  expect(afterChange(vctStorageClassName, change)).toMatchObject([{ severity: 'error', acknowledgeable: true, path: 'spec.volumeClaimTemplates[0].spec.storageClassName' }]);
  expect(afterChange(vctStorageClassName, change, 34)).toMatchObject([{ acknowledgeable: false }]);
  expect(afterChange(vctStorageClassName, ({ claim }) => { claim.spec.storageClassName = 5; })).toHaveLength(1);
});

test('fails "" with a warning, which every version accepts', () => {
  expect(afterChange(vctStorageClassName, ({ claim }) => { claim.spec.storageClassName = ''; }, 36)).toMatchObject([{ severity: 'warning', acknowledgeable: true }]);
});

test('"" beside volumes made by hand, or with a selector for them, is accepted', () => {
  expect(afterChange(vctStorageClassName, ({ claim, objects }) => {
    claim.spec.storageClassName = '';
    objects.push({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'disk' }, spec: {} });
  })).toEqual([]);
  expect(afterChange(vctStorageClassName, ({ claim }) => { claim.spec.storageClassName = ''; claim.spec.selector = { matchLabels: { disk: 'fast' } }; })).toEqual([]);
});
