import { compact, nonEmpty } from '../../src/manifests/json';

test('a key without a value is dropped, one that is false, zero or empty is not', () => {
  expect(compact({ a: undefined, b: false, c: 0, d: '', e: null, f: [] })).toEqual({ b: false, c: 0, d: '', e: null, f: [] });
});

test('an object without values, and a list without items, are none', () => {
  expect([compact({}), compact({ a: undefined }), nonEmpty([])]).toEqual([undefined, undefined, undefined]);
  expect(nonEmpty([0])).toEqual([0]);
});
