import { SoundSet, afterChange, findings, sound } from './harness';
import { vctNameLabel } from '../../src/rules/vct-name-label';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctNameLabel, sound().objects, minor))).toEqual([]);
});

test('a name of 63 characters is accepted', () => {
  expect(afterChange(vctNameLabel, ({ claim }) => { claim.metadata.name = 'd'.repeat(63); })).toEqual([]);
});

test.each(['Data', 'da.ta', 'd'.repeat(64), 'data-', '', 7, undefined])('fails the name %p', (name) => {
  const change = ({ claim }: SoundSet) => { claim.metadata.name = name; };
  expect(afterChange(vctNameLabel, change)).toMatchObject([{ path: 'spec.volumeClaimTemplates[0].metadata.name', acknowledgeable: true }]);
  expect(afterChange(vctNameLabel, change, 36)).toMatchObject([{ acknowledgeable: false }]);
});
