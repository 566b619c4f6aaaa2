import { db } from '../support';

test('fails a pod label that contradicts the selector once, not for everything that selects by it', () => {
  const { workload } = db({ podMetadata: { labels: { 'app.kubernetes.io/name': 'x', 'tier': 'db' } } });
  expect(workload.findings.filter((f) => f.severity === 'error').map(({ ruleId, path, message, fix }) => [ruleId, path, message, fix])).toEqual([[
    'selector-matches-template',
    'podMetadata.labels["app.kubernetes.io/name"]',
    'the pods would carry "x" and the selector asks for "db": the API server refuses the set, and its Service and budget select no pod',
    'leave the label out here, or say it in selector or app',
  ]]);
});

test('fails a label that is put on the pods later by the rules of the manifest', () => {
  const { workload } = db();
  workload.podMetadata.addLabel('app.kubernetes.io/name', 'x');
  expect(workload.findings.filter((f) => f.severity === 'error').map((f) => f.path)).toContain('spec.selector');
});

test('labels of one value, and further ones, contradict nothing', () => {
  expect(db({ podMetadata: { labels: { 'app.kubernetes.io/name': 'db', 'tier': 'db' } } }).workload.findings.filter((f) => f.severity === 'error')).toEqual([]);
});
