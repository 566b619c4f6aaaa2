import { afterChange, findings, sound } from './harness';
import { vctRwopExclusive } from '../../src/rules/vct-rwop-exclusive';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctRwopExclusive, sound().objects, minor))).toEqual([]);
});

test('fails ReadWriteOncePod beside another mode', () => {
  expect(afterChange(vctRwopExclusive, ({ claim }) => { claim.spec.accessModes = ['ReadWriteOnce', 'ReadWriteOncePod']; }))
    .toMatchObject([{ path: 'spec.volumeClaimTemplates[0].spec.accessModes', acknowledgeable: true }]);
});

test('ReadWriteOncePod alone is accepted, and beside no real mode it leaves the word to the rule about values', () => {
  expect(afterChange(vctRwopExclusive, ({ claim }) => { claim.spec.accessModes = ['ReadWriteOncePod']; })).toEqual([]);
  expect(afterChange(vctRwopExclusive, ({ claim }) => { claim.spec.accessModes = ['ReadWriteOncePod', 'RWO', null]; })).toEqual([]);
});
