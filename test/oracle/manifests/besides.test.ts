import { settleBesides } from '../../../oracle/manifests/besides';

/** What was waited for in vain: nothing that comes later comes. */
async function missing(sent: readonly object[], live: Record<string, any>): Promise<string[]> {
  const waits: string[] = [];
  await settleBesides({
    isolated: { objects: sent },
    one: (kind: string) => live[kind]?.[0],
    cluster: { all: (kind: string) => live[kind] ?? [] },
    until: async (what: string, probe: () => unknown) => probe() || waits.push(what),
  } as any);
  return waits;
}

const metadata = { name: 'db', namespace: 'p0' };
const set = (replicas: number) => ({ metadata, spec: { replicas } });
const pod = { metadata: { labels: { app: 'web' } }, status: { conditions: [{ type: 'Ready', status: 'True' }] } };

test('a budget is waited for until it is seen', async () => {
  const budget = { kind: 'PodDisruptionBudget', metadata };
  expect(await missing([budget], {})).toEqual(['the budget db to be there']);
  expect(await missing([budget], { PodDisruptionBudget: [budget] })).toEqual([]);
});

test('a Deployment is waited for until all its pods are ready', async () => {
  const deployment = { kind: 'Deployment', metadata: { name: 'web', namespace: 'p0' }, spec: { replicas: 2, selector: { matchLabels: { app: 'web' } } } };
  expect(await missing([deployment], { Pod: [pod, { ...pod, metadata: { labels: { app: 'db' } } }] })).toEqual(['the pods of Deployment web to be ready']);
  expect(await missing([deployment], { Pod: [pod, pod] })).toEqual([]);
});

test('an autoscaler is waited for until the set has its minimum', async () => {
  const autoscaler = { kind: 'HorizontalPodAutoscaler', metadata, spec: { scaleTargetRef: { kind: 'StatefulSet', name: 'db' }, minReplicas: 3 } };
  expect(await missing([autoscaler], { StatefulSet: [set(1)] })).toEqual(['db to scale to its minimum']);
  expect(await missing([autoscaler], { StatefulSet: [set(3)] })).toEqual([]);
});
