import { type SoundSet, afterChange, findings, sound } from './harness';
import { annotationKeysValid } from '../../src/rules/annotation-keys-valid';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(annotationKeysValid, sound().objects, minor))).toEqual([]);
});

test.each(['a b', 'a/b/c', '', '/a', 'x/', 'a'.repeat(64)])('fails the key %p on the set, which every version rejects', (key) => {
  expect(afterChange(annotationKeysValid, ({ set }) => { set.metadata.annotations = { [key]: 'x' }; })).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a value of the template that is no text', () => {
  expect(afterChange(annotationKeysValid, ({ set }) => { set.spec.template.metadata.annotations = { 'prometheus.io/port': 9090, 'prometheus.io/scrape': 'true' }; }))
    .toMatchObject([{ path: 'spec.template.metadata.annotations["prometheus.io/port"]', acknowledgeable: false }]);
});

test('upper case in a prefix, any text as a value and annotations that are no map are accepted', () => {
  expect(afterChange(annotationKeysValid, ({ set }) => {
    set.metadata.annotations = { 'Example.com/Note': '{"a": 1}\n' };
    set.spec.template.metadata = 'x';
  })).toEqual([]);
});

test.each([
  ['the set', ({ set }: SoundSet, annotations: object) => { set.metadata.annotations = annotations; }, 'metadata.annotations'],
  ['the template', ({ set }: SoundSet, annotations: object) => { set.spec.template.metadata.annotations = annotations; }, 'spec.template.metadata.annotations'],
])('fails annotations of %s that have more than 262144 bytes together, keys and values', (_, write, path) => {
  const told = (annotations: object) => afterChange(annotationKeysValid, (s) => write(s, annotations));
  expect(told({ a: 'x'.repeat(262142), b: '' })).toEqual([]);
  expect(told({ a: 'x'.repeat(131070), b: 'x'.repeat(131073) })).toMatchObject([
    { path, acknowledgeable: false, message: 'the annotations have more than 262144 bytes together; the API server refuses the set' },
  ]);
  // Bytes count, and not letters.
  expect(told({ a: '\u00e9'.repeat(131071) })).toEqual([]);
  expect(told({ a: '\u00e9'.repeat(131072) })).toHaveLength(1);
});
