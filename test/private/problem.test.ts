import { declared } from '../../src/private/problem';
import { db } from '../support';

const said = { field: 'replicas', message: 'broken', fix: 'mend it' };

test('a problem is an error of the declaration that nothing accepts, unless it says otherwise', () => {
  const { statefulSet } = db().workload;
  expect(declared(statefulSet, 'test/db', said)).toEqual({
    ruleId: 'declaration',
    severity: 'error',
    message: 'broken',
    fix: 'mend it',
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    namespace: 'prod',
    name: 'db',
    path: 'replicas',
    acknowledgeable: false,
    constructPath: 'test/db',
  });
  expect(declared(statefulSet, 'test/db', { ...said, ruleId: 'any', severity: 'warning', acknowledgeable: true })).toMatchObject({ ruleId: 'any', severity: 'warning', acknowledgeable: true });
});
