import { summaryOf } from '../../src/checker/summary';

test('findings are counted by severity, objects by what they are', () => {
  const findings = ['error', 'warning', 'warning', 'info'].map((severity) => ({ severity })) as any[];
  expect(summaryOf(findings, 2, [{ kind: 'StatefulSet' }, { kind: 'Service' }, { kind: 'StatefulSet' }]))
    .toEqual({ files: 2, objects: 3, statefulSets: 2, errors: 1, warnings: 2, infos: 1 });
});
