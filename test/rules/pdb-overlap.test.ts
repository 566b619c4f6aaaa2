import { afterChange, findings, sound } from './harness';
import { pdbOverlap } from '../../src/rules/pdb-overlap';

test('the sound set passes', () => {
  expect(findings(pdbOverlap, sound().objects)).toEqual([]);
});

const another = (change: (budget: any) => void = () => {}) => afterChange(pdbOverlap, ({ budget, objects }) => {
  const copy = JSON.parse(JSON.stringify(budget));
  copy.metadata.name = 'web-2';
  change(copy);
  objects.push(copy);
});

test('fails two budgets over the same pods, which no eviction survives', () => {
  const [finding, ...others] = another();
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', name: 'web-2', path: 'spec.selector', acknowledgeable: true });
  expect(finding.message).toBe('budgets "web", "web-2" all select the pods of StatefulSet "web": '
    + 'the API server answers every eviction of them with an internal error, so node drains hang');
});

test('fails two budgets that select the same pods in different words', () => {
  expect(another((budget) => { budget.spec.selector = { matchExpressions: [{ key: 'app', operator: 'In', values: ['db', 'web'] }] }; })).toHaveLength(1);
  expect(another((budget) => { budget.spec.selector = { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }; })).toHaveLength(1);
});

test('budgets of other pods and of another namespace pass', () => {
  expect(another((budget) => { budget.spec.selector = { matchLabels: { app: 'web', tier: 'front' } }; })).toEqual([]);
  expect(another((budget) => { budget.metadata.namespace = 'staging'; })).toEqual([]);
  expect(another((budget) => { budget.spec.selector = null; })).toEqual([]);
});

test('two thousand sets with two budgets each that share a label are judged one by one', () => {
  const objects = Array.from({ length: 2000 }, (_, i) => {
    const metadata = { name: `web-${i}`, namespace: 'prod' };
    const labels = { app: 'web', instance: String(i) };
    const budget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { maxUnavailable: 1, selector: { matchLabels: labels } } };
    return [budget, budget, { kind: 'StatefulSet', metadata, spec: { replicas: 3, template: { metadata: { labels } } } }];
  }).flat();
  expect(findings(pdbOverlap, objects)).toHaveLength(2000);
}, 5000);

test('fails once where two sets have one name too', () => {
  const found = afterChange(pdbOverlap, ({ set, budget, objects }) => objects.push(structuredClone(set), structuredClone(budget)));
  expect(found.map(({ name }) => name)).toEqual(['web']);
});
