import { afterChange, findings, sound } from './harness';
import { templateLabelsValid } from '../../src/rules/template-labels-valid';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(templateLabelsValid, sound().objects, minor))).toEqual([]);
});

test.each([
  ['-app', 'x'], ['a/b/c', 'x'], ['Example.com/app', 'x'], ['', 'x'], ['a'.repeat(64), 'x'], ['app', 'b c'], ['app', 'v'.repeat(64)], ['app', '-x'], ['app', 5], ['app', true],
])('fails the label %s: %p on the set, which every version rejects', (key, value) => {
  expect(afterChange(templateLabelsValid, ({ set }) => { set.metadata.labels = { [key]: value }; })).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a label of the template, which every version rejects too', () => {
  expect(afterChange(templateLabelsValid, ({ set }) => { set.spec.template.metadata.labels = { app: 'web', version: 1 }; }))
    .toMatchObject([{ path: 'spec.template.metadata.labels.version', acknowledgeable: false }]);
});

test('values of 63 characters, empty ones, prefixed keys and labels that are no map are accepted', () => {
  expect(afterChange(templateLabelsValid, ({ set }) => {
    set.metadata.labels = { 'a': '', 'b': 'v'.repeat(63), 'app.kubernetes.io/name': 'A_b.c-d', 'c': null };
    set.spec.template.metadata.labels = ['x'];
  })).toEqual([]);
});
