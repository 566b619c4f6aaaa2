import { afterChange, findings, sound } from './harness';
import { vctLabelsStable } from '../../src/rules/vct-labels-stable';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctLabelsStable, sound().objects, minor))).toEqual([]);
});

test.each(['helm.sh/chart', 'chart', 'app.kubernetes.io/version', 'git-commit', 'deploy.example.com/build.timestamp'])('fails the label %s, which changes with a release', (key) => {
  expect(afterChange(vctLabelsStable, ({ claim }) => { claim.metadata.labels = { app: 'web', [key]: 'x' }; }))
    .toMatchObject([{ severity: 'warning', path: `spec.volumeClaimTemplates[0].metadata.labels${/[^a-z]/.test(key) ? `["${key}"]` : `.${key}`}` }]);
});

test('fails such an annotation', () => {
  expect(afterChange(vctLabelsStable, ({ claim }) => { claim.metadata.annotations = { 'checksum/config': 'x', 'example.com/revision': '7' }; }))
    .toMatchObject([{ path: 'spec.volumeClaimTemplates[0].metadata.annotations["example.com/revision"]' }]);
});

test('labels that identify are accepted, a word that only contains one of those too', () => {
  expect(afterChange(vctLabelsStable, ({ claim }) => {
    claim.metadata.labels = { 'app.kubernetes.io/name': 'web', 'release': 'web', 'heritage': 'Helm', 'charter': 'x', 'version.example.com/owner': 'a' };
  })).toEqual([]);
});
