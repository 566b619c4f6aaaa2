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

test('fails one that blocks every drain, or takes the majority, unless that is chosen with a reason', () => {
  const refused = (props: object) => {
    const scope = chart();
    new PodDisruptionBudget(scope, 'web', { replicas: 3, selector: { app: 'web' }, ...props });
    return refusal(scope).split('\n').slice(1).map((line) => /\] ([a-z-]+):/.exec(line)![1]);
  };
  expect(refused({ disruption: Disruption.keepAtLeast(3) })).toEqual(['pdb-never-evictable']);
  expect(refused({ replicas: 2, members: Members.quorum() })).toEqual(['pdb-quorum']);
  expect(refused({ replicas: 0 })).toEqual(['declaration']);
  const chosen = spec({ replicas: 2, members: Members.quorum(), disruption: Disruption.allowOutage('a test cluster') });
  expect(chosen.metadata.annotations['cdk8s-stateful.dev/ignore'].split('\n')[1]).toBe('pdb-quorum: a test cluster');
  expect(spec({ disruption: Disruption.blockDrains('moved by hand') }).spec.minAvailable).toBe(3);
});
