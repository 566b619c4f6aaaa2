import { afterChange, findings, sound } from './harness';
import { mountPathNested } from '../../src/rules/mount-path-nested';

const two = (outer: string, inner: string, names = ['data', 'wal']) => afterChange(mountPathNested, ({ set, claim, container }) => {
  set.spec.volumeClaimTemplates.push({ ...claim, metadata: { name: 'wal' } });
  container.volumeMounts = [{ name: names[0], mountPath: outer }, { name: names[1], mountPath: inner }];
});

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(mountPathNested, sound().objects, minor))).toEqual([]);
});

test('fails a claim mounted inside another, in whatever order', () => {
  expect(two('/d', '/d/x/wal')).toMatchObject([{ severity: 'warning', path: 'spec.template.spec.containers[0].volumeMounts[1].mountPath' }]);
  expect(two('/d/wal', '/d/')).toMatchObject([{ path: 'spec.template.spec.containers[0].volumeMounts[0].mountPath' }]);
});

test('claims side by side, one claim twice and a volume inside a claim are accepted', () => {
  expect(two('/d', '/dd')).toEqual([]);
  expect(two('/d', '/d/x', ['data', 'data'])).toEqual([]);
  expect(two('/d', '/d/x', ['data', 'config'])).toEqual([]);
});
