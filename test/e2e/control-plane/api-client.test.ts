import { warningsOf } from '../../../e2e/control-plane/api-client';

test('the texts of a Warning header are read, quotes and commas within them too', () => {
  expect(warningsOf('299 - "unknown field \\"spec.a\\", dropped", 299 - "b"')).toEqual(['unknown field "spec.a", dropped', 'b']);
});

test('without the header there is no warning', () => {
  expect(warningsOf(undefined)).toEqual([]);
});
