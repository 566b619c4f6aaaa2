import { pause, waitFor } from '../../../e2e/process/wait';
import { PodHistory, replacedInOrder } from '../../../e2e/scenarios/pod-history';

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
async function history(items: object[], atEnd: (step: () => Promise<unknown>) => void = () => undefined, endings?: boolean): Promise<PodHistory> {
  const client = { get: async () => ({ kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion: '1' }, items }), open: () => new Promise(() => undefined) };
  return PodHistory.start({ client: client as any, path: () => '/pods', atEnd }, 'member', endings);
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

test('events that come late are waited for', async () => {
  const told = await history([]);
  const events = told.told(2, 5);
  told.see(pod(0, false), 'ADDED');
  setTimeout(() => told.see(pod(0, true), 'MODIFIED'), 60);
  expect(await events).toEqual(['created 0', 'ready 0']);
});

test('fails with what was told, where it is less than what was waited for', async () => {
  const told = await history([]);
  told.see(pod(0, false), 'ADDED');
  await expect(told.told(2, 0)).rejects.toThrow('waited 0 s for the watch to tell of 2 events; last answer: created 0');
});

test('it ends with its scenario, also where that has failed', async () => {
  const steps: (() => Promise<unknown>)[] = [];
  let asked = 0;
  // A server that has gone: the watch is asked for again and again.
  const client = { get: async () => ({ kind: 'PodList', metadata: {}, items: [] }), open: async () => { asked++; throw new Error('gone'); } };
  await PodHistory.start({ client: client as any, path: () => '/pods', atEnd: (step) => steps.push(step) }, 'member');
  await waitFor('the watch to be asked for again', 5, () => asked > 1);
  for (const step of steps) await step();
  const before = asked;
  await pause(500);
  expect(asked).toBe(before);
});

test('a pod is told once to be about to end, where that is asked for', async () => {
  const asked = { ...pod(1, true), metadata: { ...pod(1, true).metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } };
  const events = async (endings?: boolean) => {
    const told = await history([], undefined, endings);
    told.see(pod(1, true), 'ADDED');
    told.see(asked, 'MODIFIED');
    told.see(asked, 'MODIFIED');
    told.see(asked, 'DELETED');
    return told.events;
  };
  expect(await events()).toEqual(['created 1', 'ready 1', 'deleted 1']);
  expect(await events(true)).toEqual(['created 1', 'ready 1', 'ending 1', 'deleted 1']);
});

test('pods that are replaced in order go, come and are ready one after the other', () => {
  expect(replacedInOrder([1, 0])).toEqual(['deleted 1', 'created 1', 'ready 1', 'deleted 0', 'created 0', 'ready 0']);
});
