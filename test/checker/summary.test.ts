import { summaryOf } from '../../src/checker/summary';

test('findings are counted by severity, and sets among the objects', () => {
  const findings: any[] = ['error', 'warning', 'warning', 'info'].map((severity) => ({ severity }));
  expect(summaryOf(findings, 3, [{ kind: 'StatefulSet' }, { kind: 'Service' }])).toEqual({ files: 3, objects: 2, statefulSets: 1, errors: 1, warnings: 2, infos: 1 });
});
