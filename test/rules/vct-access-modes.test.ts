import { SoundSet, afterChange, findings, sound } from './harness';
import { vctAccessModes } from '../../src/rules/vct-access-modes';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctAccessModes, sound().objects, minor))).toEqual([]);
});

test.each([undefined, null, [], 'ReadWriteOnce'])('fails %p for access modes', (modes) => {
  const change = ({ claim }: SoundSet) => { claim.spec.accessModes = modes; };
  expect(afterChange(vctAccessModes, change)).toMatchObject([{ path: 'spec.volumeClaimTemplates[0].spec.accessModes', fix: 'accessModes: [ReadWriteOnce]', acknowledgeable: true }]);
  expect(afterChange(vctAccessModes, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('a set without claim templates is accepted', () => {
  expect(afterChange(vctAccessModes, ({ set }) => { set.spec.volumeClaimTemplates = null; })).toEqual([]);
});
