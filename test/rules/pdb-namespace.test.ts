import { afterChange, findings, sound } from './harness';
import { pdbNamespace } from '../../src/rules/pdb-namespace';

test('the sound set passes', () => {
  expect(findings(pdbNamespace, sound().objects)).toEqual([]);
});

test('fails a budget in another namespace than the pods that it selects', () => {
  const [finding, ...others] = afterChange(pdbNamespace, ({ budget }) => { budget.metadata.namespace = 'staging'; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'metadata.namespace', acknowledgeable: true });
  expect(finding.message).toBe('the budget is in namespace "staging" and the pods that it selects, those of StatefulSet "web", are in namespace "prod": '
    + 'it protects nothing');
  expect(finding.fix).toBe('write namespace: prod');
});

test('fails with a warning a budget that leaves the namespace out where the set does not, and the other way round', () => {
  expect(afterChange(pdbNamespace, ({ budget }) => { delete budget.metadata.namespace; })).toMatchObject([{ severity: 'warning' }]);
  expect(afterChange(pdbNamespace, ({ set }) => { delete set.metadata.namespace; })).toMatchObject([{ severity: 'warning' }]);
  expect(afterChange(pdbNamespace, ({ budget }) => { delete budget.metadata.namespace; })[0].message).toContain('is in the namespace of whoever applies it');
  expect(afterChange(pdbNamespace, ({ set }) => { delete set.metadata.namespace; })[0].fix).toBe('leave namespace out, as the set does');
});

test('fails with an error where a construct declared the set: then one namespace was meant for both', () => {
  expect(afterChange(pdbNamespace, ({ set, budget }) => {
    set.metadata.labels = { 'app.kubernetes.io/managed-by': 'cdk8s' };
    delete budget.metadata.namespace;
  })).toMatchObject([{ severity: 'error' }]);
});

test('the set can acknowledge it, as the budget is about the set', () => {
  expect(afterChange(pdbNamespace, ({ set, budget }) => {
    budget.metadata.namespace = 'staging';
    set.metadata.annotations = { 'cdk8s-stateful.dev/ignore': 'pdb-namespace: moves next week' };
  })).toEqual([]);
});

test('two namespaces with a set and a budget each pass', () => {
  const staging = sound().objects;
  for (const object of staging) object.metadata.namespace = 'staging';
  expect(findings(pdbNamespace, [...sound().objects, ...staging])).toEqual([]);
});

test('a budget without a namespace passes where the set has none either', () => {
  const bare = sound().objects;
  for (const object of bare) delete object.metadata.namespace;
  expect(findings(pdbNamespace, bare)).toEqual([]);
});

test('a budget of a Deployment passes although a set of another namespace has the same labels', () => {
  expect(afterChange(pdbNamespace, ({ budget, objects }) => {
    budget.metadata.namespace = 'staging';
    objects.push({ kind: 'Deployment', metadata: { name: 'web', namespace: 'staging' }, spec: { template: { metadata: { labels: { app: 'web' } } } } });
  })).toEqual([]);
});
