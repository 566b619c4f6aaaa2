import { ApiError, isGone } from '../../../e2e/control-plane/api-error';

const invalid = JSON.stringify({
  kind: 'Status',
  message: 'Service "a" is invalid',
  reason: 'Invalid',
  code: 422,
  details: { causes: [{ reason: 'FieldValueInvalid', message: 'Invalid value: 0', field: 'spec.ports[0].port' }] },
});

test('a refusal keeps its reason, and each field that is refused', () => {
  const error = new ApiError('POST /api/v1/services', 422, invalid);
  expect(error.message).toBe('POST /api/v1/services: 422: Service "a" is invalid');
  expect([error.code, error.reason]).toEqual([422, 'Invalid']);
  expect(error.causes).toEqual([{ reason: 'FieldValueInvalid', message: 'Invalid value: 0', field: 'spec.ports[0].port' }]);
});

test('an answer that is no Status is shown as it is', () => {
  expect(new ApiError('GET /readyz', 500, '[-]etcd failed').message).toBe('GET /readyz: 500: [-]etcd failed');
});

test.each([[404, true], [409, true], [422, false], [500, false]])('code %i: the object is gone or another one: %s', (code, gone) => {
  expect(isGone(new ApiError('GET /', code, '{}'))).toBe(gone);
  expect(isGone(new Error(`${code}`))).toBe(false);
});
