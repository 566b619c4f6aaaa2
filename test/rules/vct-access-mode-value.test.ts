import { afterChange, findings, sound } from './harness';
import { vctAccessModeValue } from '../../src/rules/vct-access-mode-value';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctAccessModeValue, sound().objects, minor))).toEqual([]);
});

test('fails RWO and says what it stands for', () => {
  expect(afterChange(vctAccessModeValue, ({ claim }) => { claim.spec.accessModes = ['ReadWriteOnce', 'RWO']; }))
    .toMatchObject([{ path: 'spec.volumeClaimTemplates[0].spec.accessModes[1]', fix: 'write ReadWriteOnce' }]);
});

test('fails a mode that exists nowhere, a number and the name of an object method', () => {
  expect(afterChange(vctAccessModeValue, ({ claim }) => { claim.spec.accessModes = ['ReadWriteTwice', 1, 'toString']; }).map(({ fix }) => fix))
    .toEqual(Array(3).fill('write one of ReadWriteOnce, ReadOnlyMany, ReadWriteMany, ReadWriteOncePod'));
});

test('each of the four modes is accepted', () => {
  expect(afterChange(vctAccessModeValue, ({ claim }) => { claim.spec.accessModes = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod']; })).toEqual([]);
});
