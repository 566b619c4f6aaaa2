import { isMoving } from '../../src/rules/moving-labels';

test.each(['helm.sh/chart', 'app.kubernetes.io/version', 'git-commit', 'checksum', 'example.com/build.timestamp', 'REVISION'])('%s moves with a release', (key) => {
  expect(isMoving(key)).toBe(true);
});

test.each(['app.kubernetes.io/name', 'release', 'charter', 'version.example.com/owner', 'sharding', ''])('%s stays', (key) => {
  expect(isMoving(key)).toBe(false);
});
