import { isReady, wantedPods } from '../../../oracle/manifests/pods';

const set = (spec: object) => ({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, spec });
const pod = (type: string, status: string, metadata: object = {}) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'db-0', ...metadata }, status: { conditions: [{ type, status }] } });

test('the pods of a set are counted from its start', () => {
  expect(wantedPods(set({ replicas: 2, ordinals: { start: 5 } }))).toEqual(['db-5', 'db-6']);
  expect(wantedPods(set({}))).toEqual(['db-0']);
  expect(wantedPods(set({ replicas: 0 }))).toEqual([]);
});

test('a pod is ready when it says so and is not being deleted', () => {
  expect(isReady(pod('Ready', 'True'))).toBe(true);
  expect(isReady(pod('Ready', 'False'))).toBe(false);
  expect(isReady(pod('ContainersReady', 'True'))).toBe(false);
  expect(isReady(pod('Ready', 'True', { deletionTimestamp: 'now' }))).toBe(false);
  expect(isReady(undefined)).toBe(false);
});
