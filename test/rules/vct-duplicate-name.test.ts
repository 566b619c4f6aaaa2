import { afterChange, findings, sound } from './harness';
import { vctDuplicateName } from '../../src/rules/vct-duplicate-name';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctDuplicateName, sound().objects, minor))).toEqual([]);
});

test('fails the second claim template of a name', () => {
  expect(afterChange(vctDuplicateName, ({ set, claim }) => { set.spec.volumeClaimTemplates = [claim, { metadata: { name: 'log' } }, claim]; }))
    .toMatchObject([{ severity: 'error', path: 'spec.volumeClaimTemplates[2].metadata.name' }]);
});

test('two claim templates without names are no pair', () => {
  expect(afterChange(vctDuplicateName, ({ set }) => { set.spec.volumeClaimTemplates = [null, { metadata: 'data' }]; })).toEqual([]);
});
