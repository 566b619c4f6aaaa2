import { afterChange, findings, sound } from './harness';
import { pdbSelectorMatches } from '../../src/rules/pdb-selector-matches';
import { judge } from '../../src/rules/run';

test('the sound set passes', () => {
  expect(findings(pdbSelectorMatches, sound().objects)).toEqual([]);
});

const workload = (kind: string, labels: any, namespace = 'prod') => ({
  apiVersion: 'apps/v1', kind, metadata: { name: 'api', namespace }, spec: { template: { metadata: { labels } } },
});

const selector = (given: any, ...more: any[]) => afterChange(pdbSelectorMatches, ({ budget, objects }) => {
  budget.spec.selector = given;
  objects.push(...more);
});

test('fails a selector that matches no pod template', () => {
  const [finding, ...others] = selector({ matchLabels: { app: 'wbe' } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', kind: 'PodDisruptionBudget', path: 'spec.selector', acknowledgeable: true });
  expect(finding.message).toBe('the selector {"matchLabels":{"app":"wbe"}} matches no pod template of this namespace: the budget counts 0 pods and protects nothing');
  expect(finding.fix).toBe('copy the selector of the set, for StatefulSet "web" {"matchLabels":{"app":"web"}}');
});

test('fails a selector whose labels match and whose expression does not', () => {
  expect(selector({ matchLabels: { app: 'web' }, matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] })).toHaveLength(1);
});

test('the budget of a Deployment, DaemonSet, ReplicaSet, CronJob or Pod beside the set passes', () => {
  for (const kind of ['Deployment', 'DaemonSet', 'ReplicaSet']) expect(selector({ matchLabels: { app: 'api' } }, workload(kind, { app: 'api' }))).toEqual([]);
  expect(selector({ matchLabels: { app: 'api' } }, { kind: 'Pod', metadata: { namespace: 'prod', labels: { app: 'api' } } })).toEqual([]);
  expect(selector({ matchLabels: { app: 'api' } }, {
    kind: 'CronJob', metadata: { namespace: 'prod' }, spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: 'api' } } } } } },
  })).toEqual([]);
});

test('a budget in a namespace without a set passes, as its pods may come from elsewhere', () => {
  expect(findings(pdbSelectorMatches, [{ kind: 'PodDisruptionBudget', metadata: { name: 'x' }, spec: { selector: { matchLabels: { a: 'b' } } } }])).toEqual([]);
});

test('an empty selector, a missing one and the wrong namespace are left to their own rules', () => {
  for (const given of [{}, null, undefined, 'app=web', []]) expect(selector(given)).toEqual([]);
  expect(afterChange(pdbSelectorMatches, ({ budget, objects }) => {
    budget.metadata.namespace = 'staging';
    objects.push(workload('StatefulSet', { app: 'api' }, 'staging'));
  })).toEqual([]);
});

test('a selector that looks like no set may be for a workload from elsewhere: a warning, and an error in a closed world', () => {
  const strange = (name: string, labels: any) => {
    const s = sound();
    Object.assign(s.budget, { metadata: { name, namespace: 'prod' }, spec: { ...s.budget.spec, selector: { matchLabels: labels } } });
    return [false, true].map((closedWorld) => judge(s.objects, [pdbSelectorMatches], { minor: 28, clusterDomain: 'cluster.local', closedWorld })[0].finding.severity);
  };
  expect(strange('api', { component: 'api' })).toEqual(['warning', 'error']);
  expect(strange('web', { component: 'api' })).toEqual(['error', 'error']);
  expect(strange('api', { app: 'api' })).toEqual(['error', 'error']);
});

test('the selector of a set whose own template lacks the label is left to the rule about that', () => {
  expect(afterChange(pdbSelectorMatches, ({ set }) => { set.spec.template.metadata.labels = {}; })).toEqual([]);
});
