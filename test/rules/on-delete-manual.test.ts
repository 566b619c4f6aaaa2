import { afterChange, findings, sound } from './harness';
import { onDeleteManual } from '../../src/rules/on-delete-manual';

test('the sound set passes', () => {
  expect(findings(onDeleteManual, sound().objects)).toEqual([]);
});

test('fails OnDelete with an information, as somebody has to delete the pods', () => {
  const [finding, ...others] = afterChange(onDeleteManual, ({ set }) => { set.spec.updateStrategy = { type: 'OnDelete' }; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'info', path: 'spec.updateStrategy.type', acknowledgeable: true });
});

test('a set without an update strategy passes, as RollingUpdate is the default', () => {
  expect(afterChange(onDeleteManual, ({ set }) => { delete set.spec.updateStrategy; })).toEqual([]);
});
