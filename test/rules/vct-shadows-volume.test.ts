import { afterChange, findings, sound } from './harness';
import { vctShadowsVolume } from '../../src/rules/vct-shadows-volume';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctShadowsVolume, sound().objects, minor))).toEqual([]);
});

test('fails a volume with the name of a claim template', () => {
  expect(afterChange(vctShadowsVolume, ({ pod }) => { pod.volumes = [{ name: 'tmp', emptyDir: {} }, { name: 'data', emptyDir: {} }]; }))
    .toMatchObject([{ severity: 'warning', path: 'spec.template.spec.volumes[1].name' }]);
});

test('a volume without a name is not that of a claim template without a name', () => {
  expect(afterChange(vctShadowsVolume, ({ pod, claim }) => { pod.volumes = [{ emptyDir: {} }]; claim.metadata = null; })).toEqual([]);
});
