import { INSIDE, ourCluster } from '../../../e2e/scenarios/our-cluster';

afterEach(() => { delete process.env[INSIDE]; });

test('a process that was started inside of our own cluster knows it', () => {
  process.env[INSIDE] = JSON.stringify({ version: '1.34', kubeconfig: '/cluster/admin.kubeconfig' });
  expect(ourCluster()).toEqual({ version: '1.34', kubeconfig: '/cluster/admin.kubeconfig' });
});

test('on a foreign cluster there is none', () => {
  expect(ourCluster()).toBeUndefined();
});
