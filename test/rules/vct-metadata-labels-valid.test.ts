import { afterChange, findings, sound } from './harness';
import { vctMetadataLabelsValid } from '../../src/rules/vct-metadata-labels-valid';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctMetadataLabelsValid, sound().objects, minor))).toEqual([]);
});

test('fails a label value with a blank, which even 1.36 accepts', () => {
  expect(afterChange(vctMetadataLabelsValid, ({ claim }) => { claim.metadata.labels = { a: 'b c', b: 'fine' }; }, 36))
    .toMatchObject([{ severity: 'error', path: 'spec.volumeClaimTemplates[0].metadata.labels.a', acknowledgeable: true }]);
});

test('fails an annotation key with two slashes and a value that is a number', () => {
  expect(afterChange(vctMetadataLabelsValid, ({ claim }) => { claim.metadata.annotations = { 'a/b/c': 'x', 'size': 5 }; }).map(({ path }) => path))
    .toEqual(['spec.volumeClaimTemplates[0].metadata.annotations["a/b/c"]', 'spec.volumeClaimTemplates[0].metadata.annotations.size']);
});

test('an annotation may hold any text and a label none', () => {
  expect(afterChange(vctMetadataLabelsValid, ({ claim }) => { Object.assign(claim.metadata, { labels: { a: '' }, annotations: { 'Example.com/Note': 'b c, d!' } }); })).toEqual([]);
});

test('fails annotations that no claim can have, since they are too long together', () => {
  const of = (length: number) => afterChange(vctMetadataLabelsValid, ({ claim }) => { claim.metadata.annotations = { a: 'x'.repeat(length) }; }, 36);
  expect(of(262143)).toEqual([]);
  expect(of(262144)).toMatchObject([{ path: 'spec.volumeClaimTemplates[0].metadata.annotations', acknowledgeable: true, fix: expect.stringContaining('within 262144 bytes') }]);
});
