import { ApiObject, Chart, Lazy, Testing } from 'cdk8s';
import { metadataJson, plain } from '../../src/private/plain';

test('tokens are resolved, keys sorted, absent values dropped', () => {
  const value = { b: Lazy.any({ produce: () => ({ d: null, c: [1, undefined] }) }), a: { resolve: () => 'x' }, u: undefined };
  expect(JSON.stringify(plain(value, true))).toBe('{"a":"x","b":{"c":[1,null]}}');
  expect(Object.keys(plain({ b: 1, a: 2 }, false))).toEqual(['b', 'a']);
});

test('keys are sorted as text, few and many', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${(i * 37) % 100}`, i]));
  for (const value of [many, { 'B': 1, 'a': 2, 'Z': 3, 'b1': 4, 'b': 5, '-': 6 }]) expect(Object.keys(plain(value, true))).toEqual(Object.keys(value).sort());
});

test('fails an object that is no data by its class', () => {
  expect(() => plain({ when: new Date(0) }, true)).toThrow("can't render non-simple object of type 'Date'");
});

test('metadata comes out as cdk8s writes it', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'prod', labels: { chart: 'c' } });
  const bare = new ApiObject(chart, 'bare', { apiVersion: 'v1', kind: 'X' });
  const full = new ApiObject(chart, 'full', {
    apiVersion: 'v1',
    kind: 'X',
    metadata: { name: 'n', labels: { b: 'c' }, annotations: { z: '1', y: '2' }, finalizers: ['f'] },
  });
  full.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Y', name: 'o', uid: 'u' });
  full.metadata.addAnnotation('lazy', Lazy.any({ produce: () => 'late' }));
  full.metadata.add('generateName', 'g-');
  for (const object of [bare, full]) {
    expect(JSON.stringify(metadataJson(object.metadata))).toBe(JSON.stringify(object.metadata.toJson()));
  }
});
