import { App, Chart, IResolver, JsonPatch, Lazy, Testing } from 'cdk8s';
import { PlainObject } from '../../src/private/plain-object';

const object = (body: () => any, chart = new Chart(Testing.app(), 'test', { namespace: 'prod' })) =>
  new PlainObject(chart, 'object', 'v1', 'Thing', { name: 'thing', labels: { b: '2', a: '1' } }, body);

test('it renders as any object: sorted keys, resolved tokens, no absent values', () => {
  expect(JSON.stringify(object(() => ({ z: 1, a: Lazy.any({ produce: () => ({ late: true }) }), none: undefined })).toJson())).toBe(JSON.stringify({
    apiVersion: 'v1', kind: 'Thing', metadata: { labels: { a: '1', b: '2' }, name: 'thing', namespace: 'prod' }, spec: { a: { late: true }, z: 1 },
  }));
});

test('the body is made when it is asked for, each time anew', () => {
  let made = 0;
  const it = object(() => ({ made: ++made }));
  expect(made).toBe(0);
  expect([it.toJson().spec.made, it.toJson().spec.made]).toEqual([1, 2]);
});

test('patches reach the manifest as they are written, in their order, whatever schema there is', () => {
  const it = object(() => ({ storage: '1Gi' }));
  it.addJsonPatch(JsonPatch.replace('/spec', { storage: '10Gi', clusterIP: 'None', max: '50%', newer: { field: 1 } }), JsonPatch.replace('/spec/max', 1));
  it.addJsonPatch(JsonPatch.add('/metadata/annotations', { a: 'b' }));
  expect(it.toJson()).toMatchObject({ metadata: { annotations: { a: 'b' } }, spec: { storage: '10Gi', clusterIP: 'None', max: 1, newer: { field: 1 } } });
});

test('fails a patch that does not fit, and shows it', () => {
  const it = object(() => ({}));
  it.addJsonPatch(JsonPatch.remove('/spec/none/of/it'));
  expect(() => it.toJson()).toThrow(/^the JSON patch \{"op":"remove","path":"\/spec\/none\/of\/it"\} does not fit: /);
});

test('a resolver of the user\'s own sees every value', () => {
  const resolver: IResolver = { resolve: (context) => { if (context.value === 'secret') context.replaceValue('seen'); } };
  const it = object(() => ({ a: { deep: 'secret' } }), new Chart(new App({ resolvers: [resolver] }), 'test'));
  expect(it.toJson().spec).toEqual({ a: { deep: 'seen' } });
});
