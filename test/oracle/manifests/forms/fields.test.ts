import { at, pathOf } from '../../../../oracle/manifests/forms/fields';

test('a path names keys, indices and quoted keys', () => {
  expect(pathOf('spec.containers[0].name')).toEqual(['spec', 'containers', 0, 'name']);
  expect(pathOf('metadata.labels["a.b/c-d"]')).toEqual(['metadata', 'labels', 'a.b/c-d']);
});

test('what is not there is undefined', () => {
  expect(at({ spec: { containers: [{ name: 'a' }] } }, 'spec.containers[0].name')).toBe('a');
  expect(at({ spec: {} }, 'spec.containers[0].name')).toBeUndefined();
});
