import { afterChange, findings, sound } from './harness';
import { projectedSourcesValid } from '../../src/rules/projected-sources-valid';

const file = (path: string) => ({ name: 'a', items: [{ key: 'k', path }] });
const of = (sources: any, minor = 28) => afterChange(projectedSourcesValid, ({ pod }) => { pod.volumes = [{ name: 'all', projected: { sources } }]; }, minor);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(projectedSourcesValid, sound().objects, minor))).toEqual([]);
});

test('fails two sources that write one file, and one that writes it twice', () => {
  expect(of([{ configMap: file('x') }, { secret: file('x') }])).toMatchObject([{ path: 'spec.template.spec.volumes[0].projected.sources[1]', acknowledgeable: true }]);
  expect(of([{ downwardAPI: { items: [{ path: 'x' }, { path: 'x' }] } }], 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails an entry with two kinds of source', () => {
  expect(of([{ configMap: file('x'), secret: file('y') }])).toMatchObject([{ message: expect.stringContaining('has secret and configMap') }]);
});

test('other paths and whole objects are accepted', () => {
  expect(of([{ configMap: file('x') }, { secret: file('y') }, { secret: { name: 'a' } }, { configMap: { name: 'a' } }])).toEqual([]);
  expect(of([{ configMap: file('x') }, { serviceAccountToken: { path: 'token' } }, { serviceAccountToken: { path: 'other' } }])).toEqual([]);
});

test.each([
  [[{ configMap: file('token') }, { serviceAccountToken: { path: 'token' } }]],
  [[{ serviceAccountToken: { path: 'token' } }, { secret: file('token') }]],
  [[{ serviceAccountToken: { path: 'token' } }, { serviceAccountToken: { path: 'token', audience: 'x' } }]],
])('fails %j with a warning: the kubelet writes the second over the first', (sources) => {
  for (const minor of [28, 36]) {
    expect(of(sources, minor)).toMatchObject([{
      severity: 'warning', acknowledgeable: true, path: 'spec.template.spec.volumes[0].projected.sources[1]', message: expect.stringContaining('writes the file "token" over that of source 0'),
    }]);
  }
});

test('a volume that a claim takes the place of, and junk, are accepted', () => {
  expect(afterChange(projectedSourcesValid, ({ pod }) => { pod.volumes = [{ name: 'data', projected: { sources: [{ configMap: {}, secret: {} }] } }]; })).toEqual([]);
  expect([of('x'), of([null, 7, { configMap: 'x' }])]).toEqual([[], []]);
});

test('a kind of source that the server drops is none', () => {
  expect(of([{ serviceAccountToken: { path: 'token' }, clusterTrustBundle: {} }], 36)).toEqual([]);
});
