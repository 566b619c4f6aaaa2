import { Members, PodDisruptionBudget } from '../../src';
import { findingLine } from '../../src/private/report';
import { Finding } from '../../src/rules/finding';
import { chart, db, refusal } from '../support';

const finding = (more: Partial<Finding>): Finding => ({
  ruleId: 'any-rule', severity: 'error', message: 'broken', fix: 'mend it', apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'prod', name: 'db', path: 'spec.x', acknowledgeable: false, ...more,
});

test('a line says rule, object, field, what breaks and what to write', () => {
  expect(findingLine(finding({}), true)).toBe('any-rule: StatefulSet prod/db spec.x: broken; mend it');
  expect(findingLine(finding({ namespace: '', path: '' }))).toBe('any-rule: StatefulSet db: broken; mend it');
});

test.each([
  ['StatefulSet', 'spec.replicas', 'replicas'],
  ['StatefulSet', 'spec.updateStrategy.rollingUpdate.partition', 'updatePolicy: UpdatePolicy.rolling({ fromOrdinal })'],
  ['StatefulSet', 'spec.volumeClaimTemplates[0].spec.accessModes', 'accessModes of claim()'],
  ['StatefulSet', 'spec.template.spec.containers[1].livenessProbe.httpGet.port', 'liveness of addContainer()'],
  ['StatefulSet', 'spec.template.spec.initContainers[0].image', 'image of addContainer()'],
  ['PodDisruptionBudget', 'spec.minAvailable', 'disruption'],
])('names the prop of a workload that becomes the field %s %s', (kind, path, prop) => {
  expect(findingLine(finding({ kind, path }), true)).toBe(`any-rule: ${kind} prod/db ${path}: broken; mend it; in the declaration: ${prop}`);
  expect(findingLine(finding({ kind, path }))).toBe(`any-rule: ${kind} prod/db ${path}: broken; mend it`);
});

test('says how to accept an error that can be accepted, and nothing of the kind for others', () => {
  expect(findingLine(finding({ acknowledgeable: true }), true)).toBe("any-rule: StatefulSet prod/db spec.x: broken; mend it; or accept it: acknowledge('any-rule', '<why>')");
  expect(findingLine(finding({ acknowledgeable: true, severity: 'warning' }), true)).toBe('any-rule: StatefulSet prod/db spec.x: broken; mend it');
});

test('fails a quorum of two with the choice that accepts it', () => {
  expect(refusal(db({ replicas: 2, members: Members.quorum() }).chart))
    .toMatch(/in the declaration: disruption: Disruption\.oneAtATime\(\) with three replicas or more, or Disruption\.allowOutage\('<why>'\)$/);
});

test('fails a budget that stands alone without naming what it does not have', () => {
  const scope = chart();
  new PodDisruptionBudget(scope, 'web', { replicas: 1, selector: { app: 'web' } });
  expect(refusal(scope)).not.toMatch(/in the declaration|acknowledge\(/);
});
