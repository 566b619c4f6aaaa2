import { afterChange, findings, sound } from './harness';
import { pdbSelectorExact } from '../../src/rules/pdb-selector-exact';

test('the sound set passes', () => {
  expect(findings(pdbSelectorExact, sound().objects)).toEqual([]);
});

const workload = (kind: string, labels: any, namespace = 'prod') => ({
  apiVersion: 'apps/v1', kind, metadata: { name: 'api', namespace }, spec: { template: { metadata: { labels } } },
});

test('fails a budget that counts the pods of a Deployment with those of the set', () => {
  const [finding, ...others] = afterChange(pdbSelectorExact, ({ objects }) => { objects.push(workload('Deployment', { app: 'web', tier: 'front' })); });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec.selector', acknowledgeable: true });
  expect(finding.message).toBe('the selector {"matchLabels":{"app":"web"}} matches the pods of StatefulSet "web" and of Deployment "api": '
    + 'the budget counts them together, so healthy pods of one let members of the other go');
});

test('fails with three names and a number where there are more', () => {
  expect(afterChange(pdbSelectorExact, ({ objects }) => {
    for (let i = 0; i < 5; i++) objects.push(workload('Deployment', { app: 'web' }));
  })[0].message).toContain('Deployment "api", Deployment "api", Deployment "api" and 2 more');
});

test('a Deployment with other labels, in another namespace or shut out by an expression passes', () => {
  expect(afterChange(pdbSelectorExact, ({ objects }) => { objects.push(workload('Deployment', { app: 'api' }), workload('Deployment', { app: 'web' }, 'staging')); })).toEqual([]);
  expect(afterChange(pdbSelectorExact, ({ objects, budget }) => {
    objects.push(workload('Deployment', { app: 'web', tier: 'front' }));
    budget.spec.selector.matchExpressions = [{ key: 'tier', operator: 'DoesNotExist' }];
  })).toEqual([]);
});

test('a budget over Deployments only passes', () => {
  expect(afterChange(pdbSelectorExact, ({ objects, budget }) => {
    budget.spec.selector = { matchLabels: { app: 'api' } };
    objects.push(workload('Deployment', { app: 'api' }), workload('Deployment', { app: 'api' }));
  })).toEqual([]);
});

test('a bare pod under maxUnavailable is left to its own rule, and fails under an integer minAvailable', () => {
  const pod = { kind: 'Pod', metadata: { name: 'debug', namespace: 'prod', labels: { app: 'web' } } };
  expect(afterChange(pdbSelectorExact, ({ objects }) => { objects.push(pod); })).toEqual([]);
  expect(afterChange(pdbSelectorExact, ({ objects, budget }) => {
    delete budget.spec.maxUnavailable;
    budget.spec.minAvailable = 2;
    objects.push(pod);
  })).toHaveLength(1);
});

test('beside a workload that is scaled to zero it is a warning', () => {
  const beside = (replicas: number) => afterChange(pdbSelectorExact, ({ set, objects }) => objects.push({
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'old', namespace: 'prod' }, spec: { replicas, template: { metadata: set.spec.template.metadata } },
  })).map(({ severity }) => severity);
  expect([beside(0), beside(1)]).toEqual([['warning'], ['error']]);
});

test('a pod of helm test passes, and a Job of another hook is a warning', () => {
  const hook = (event: string) => afterChange(pdbSelectorExact, ({ objects }) => objects.push(
    { kind: 'Job', metadata: { name: 'hook', namespace: 'prod', annotations: { 'helm.sh/hook': event } }, spec: { template: { metadata: { labels: { app: 'web' } } } } },
  )).map(({ severity }) => severity);
  expect([hook('test'), hook('pre-upgrade')]).toEqual([[], ['warning']]);
});
