import { ApiObject, JsonPatch, Testing } from 'cdk8s';
import { chart, refusal } from './support';
import { Disruption, Members, PodDisruptionBudget, UnhealthyPodEviction } from '../src';

const spec = (props: object) => {
  const scope = chart();
  new PodDisruptionBudget(scope, 'pdb', { metadata: { name: 'web' }, replicas: 3, selector: { app: 'web' }, ...props });
  return Testing.synth(scope)[0];
};

test('stands alone for a workload that is declared elsewhere', () => {
  expect(spec({})).toEqual({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', namespace: 'prod' },
    spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: { app: 'web' } } },
  });
});

test('knows quorums, majorities and the policy for unhealthy pods', () => {
  expect(spec({ replicas: 5, disruption: Disruption.keepMajority(), members: Members.quorum() }).spec).toMatchObject({ minAvailable: 3, unhealthyPodEvictionPolicy: 'IfHealthyBudget' });
  expect(spec({ members: Members.quorum(), unhealthyPodEviction: UnhealthyPodEviction.ALWAYS_ALLOW }).spec.unhealthyPodEvictionPolicy).toBe('AlwaysAllow');
});

test('is an ApiObject, and patches reach the YAML', () => {
  const scope = chart();
  const budget = new PodDisruptionBudget(scope, 'pdb', { metadata: { name: 'web' }, replicas: 3, selector: { app: 'web' } });
  budget.addJsonPatch(JsonPatch.replace('/spec/maxUnavailable', 2));
  expect(ApiObject.isApiObject(budget)).toBe(true);
  expect(Testing.synth(scope)[0].spec.maxUnavailable).toBe(2);
});

const refused = (props: object, id = 'web') => {
  const scope = chart();
  new PodDisruptionBudget(scope, id, { replicas: 3, selector: { app: 'web' }, ...props });
  return refusal(scope).split('\n').slice(1).map((line) => /\] (.*)/.exec(line)![1]);
};

test('fails one for a single pod, unless somebody chooses what a drain does', () => {
  expect(refused({ replicas: 1 })).toEqual([
    'pdb-single-replica: PodDisruptionBudget prod/web replicas: replicas is 1, and nobody says whether a drain may stop the only pod: this budget lets it, '
    + 'and each drained node is an outage; run two replicas or more, or say Disruption.allowOutage() or Disruption.blockDrains() with a reason',
  ]);
  expect(spec({ replicas: 1, disruption: Disruption.allowOutage('a cache') }).spec.maxUnavailable).toBe(1);
  expect(spec({ replicas: 1, disruption: Disruption.blockDrains('moved by hand') }).spec.minAvailable).toBe(1);
  expect(spec({ replicas: 1, metadata: { name: 'web', annotations: { 'cdk8s-stateful.dev/ignore': 'pdb-single-replica: a cache' } } }).spec.maxUnavailable).toBe(1);
});

test('fails an empty selector, which is every pod of the namespace', () => {
  expect(refused({ selector: {} })).toEqual([
    'pdb-selector-empty: PodDisruptionBudget prod/web selector: the selector is empty: it selects every pod of the namespace, and their drains wait for each other; write the labels of one workload',
  ]);
});

test.each(['Web', 'web_1', 'web-', 'a..b', 'x'.repeat(254)])('fails the name %s, which the API server refuses', (name) => {
  expect(refused({ metadata: { name } })).toEqual([expect.stringMatching(/^declaration: PodDisruptionBudget prod\/\S+ metadata\.name: ".*" is no DNS name of at most 253 characters: the API server refuses the budget; /)]);
});

test.each(['web', '9web', 'web.eu', 'x'.repeat(253)])('takes the name %s', (name) => {
  expect(spec({ metadata: { name } }).metadata.name).toBe(name);
});

test('fails a choice of no budget at all', () => {
  expect(refused({ disruption: Disruption.none('x') })).toEqual([expect.stringContaining('pdb-some-field: PodDisruptionBudget prod/web disruption: Disruption.none() is no budget')]);
});

test('fails all of it at once', () => {
  expect(refused({ replicas: 1.5, selector: {} }, 'Web').map((line) => line.split(':')[0])).toEqual(['declaration', 'pdb-selector-empty', 'declaration']);
});

test('fails one that blocks every drain, or takes the majority, unless that is chosen with a reason', () => {
  const ids = (props: object) => refused(props).map((line) => line.split(':')[0]);
  expect(ids({ disruption: Disruption.keepAtLeast(3) })).toEqual(['pdb-never-evictable']);
  expect(ids({ replicas: 2, members: Members.quorum() })).toEqual(['pdb-quorum']);
  expect(ids({ replicas: 0 })).toEqual(['declaration']);
  const chosen = spec({ replicas: 2, members: Members.quorum(), disruption: Disruption.allowOutage('a test cluster') });
  expect(chosen.metadata.annotations['cdk8s-stateful.dev/ignore'].split('\n')[1]).toBe('pdb-quorum: a test cluster');
  expect(spec({ disruption: Disruption.blockDrains('moved by hand') }).spec.minAvailable).toBe(3);
});
