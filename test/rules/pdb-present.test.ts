import { afterChange, findings, sound } from './harness';
import { pdbPresent } from '../../src/rules/pdb-present';

test('the sound set passes', () => {
  expect(findings(pdbPresent, sound().objects)).toEqual([]);
});

const autoscaler = (minReplicas: any) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'scale', namespace: 'prod' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' }, minReplicas, maxReplicas: 9 },
});

test('fails a set of three replicas that no budget selects', () => {
  const [finding, ...others] = afterChange(pdbPresent, ({ objects }) => { objects.pop(); });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', kind: 'StatefulSet', path: 'spec.replicas', acknowledgeable: true });
  expect(finding.message).toBe('no PodDisruptionBudget selects the 3 pods: drains of several nodes may evict every member at once');
});

test('a single replica and none pass without a budget', () => {
  for (const replicas of [0, 1, undefined, '3']) {
    expect(afterChange(pdbPresent, ({ objects, set }) => { objects.pop(); set.spec.replicas = replicas; })).toEqual([]);
  }
});

test('an autoscaled set is judged by its minimum', () => {
  const scaled = (min: any) => afterChange(pdbPresent, ({ objects }) => { objects.pop(); objects.push(autoscaler(min)); });
  expect(scaled(2)).toHaveLength(1);
  expect(scaled(1)).toEqual([]);
  expect(scaled(undefined)).toEqual([]);
});

test('a budget that selects by an expression passes, and so does one that selects everything', () => {
  for (const selector of [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'db'] }] }, { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, {}]) {
    expect(afterChange(pdbPresent, ({ budget }) => { budget.spec.selector = selector; })).toEqual([]);
  }
});

test('a set whose budget selects nothing is left to the rule that speaks of that budget', () => {
  expect(afterChange(pdbPresent, ({ budget }) => { budget.metadata.namespace = 'other'; })).toEqual([]);
  expect(afterChange(pdbPresent, ({ budget }) => { budget.spec.selector = { matchLabels: { app: 'wbe' } }; })).toEqual([]);
});

test('fails the one of two sets that a budget of the same namespace leaves out', () => {
  const found = afterChange(pdbPresent, ({ objects }) => {
    objects.push({ kind: 'StatefulSet', metadata: { name: 'db', namespace: 'prod' }, spec: { replicas: 3, template: { metadata: { labels: { app: 'db' } } } } });
  });
  expect(found).toMatchObject([{ name: 'db' }]);
});
