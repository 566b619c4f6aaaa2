import { SoundSet, afterChange, findings, sound } from './harness';
import { mountSubpathRelative } from '../../src/rules/mount-subpath-relative';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(mountSubpathRelative, sound().objects, minor))).toEqual([]);
});

test.each(['/x', '../x', 'a/../b', '..'])('fails the subPath %s', (subPath) => {
  const change = ({ container }: SoundSet) => { container.volumeMounts[0].subPath = subPath; };
  expect(afterChange(mountSubpathRelative, change)).toMatchObject([{ path: 'spec.template.spec.containers[0].volumeMounts[0].subPath', acknowledgeable: true }]);
  expect(afterChange(mountSubpathRelative, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a variable in subPath, which every version takes literally', () => {
  expect(afterChange(mountSubpathRelative, ({ container }) => { container.volumeMounts[0].subPath = 'd/$(POD_NAME)'; }, 36))
    .toMatchObject([{ fix: 'subPathExpr: d/$(POD_NAME)', acknowledgeable: true }]);
});

test('a variable in subPathExpr and names that contain dots are accepted', () => {
  expect(afterChange(mountSubpathRelative, ({ container }) => { container.volumeMounts = [{ subPathExpr: '$(POD_NAME)' }, { subPath: 'a..b/...' }, { subPath: 5 }]; })).toEqual([]);
});

test('fails a subPath beside a subPathExpr', () => {
  expect(afterChange(mountSubpathRelative, ({ container }) => { Object.assign(container.volumeMounts[0], { subPath: 'a', subPathExpr: '$(POD_NAME)' }); }))
    .toMatchObject([{ path: 'spec.template.spec.containers[0].volumeMounts[0].subPathExpr', severity: 'error' }]);
});
