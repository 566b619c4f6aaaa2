import { PodHistory } from '../../../e2e/scenarios/pod-history';

function pod(ordinal: number, ready: boolean, uid = `u${ordinal}`, owner = 'member') {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${owner}-${ordinal}`, uid, ownerReferences: [{ kind: 'StatefulSet', name: owner }] },
    spec: {},
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}

/** A history of what was there, and a way to go on. */
async function history(items: object[]): Promise<PodHistory> {
  const client = { get: async () => ({ kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion: '1' }, items }), open: () => new Promise(() => undefined) };
  return PodHistory.start(client as any, '/pods', 'member');
}

test('what was there before is no news', async () => {
  const told = await history([pod(0, true)]);
  expect(told.stop()).toEqual([]);
});

test('a pod is created, ready once, and deleted, in that order', async () => {
  const told = await history([]);
  told.see(pod(1, false), 'ADDED');
  told.see(pod(1, true), 'MODIFIED');
  told.see(pod(1, true), 'MODIFIED');
  told.see(pod(1, true), 'DELETED');
  told.see(pod(1, false, 'again'), 'ADDED');
  told.see(pod(1, true, 'again'), 'MODIFIED');
  expect(told.events).toEqual(['created 1', 'ready 1', 'deleted 1', 'created 1', 'ready 1']);
});

test('pods of others are not told of', async () => {
  const told = await history([]);
  told.see(pod(0, true, 'u', 'other'), 'ADDED');
  expect(told.events).toEqual([]);
});
