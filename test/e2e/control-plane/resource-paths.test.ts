import { ApiError } from '../../../e2e/control-plane/api-error';
import { KubernetesObject, ResourcePaths } from '../../../e2e/control-plane/resource-paths';

const asked: string[] = [];
const discovery: Record<string, object[]> = {
  '/api/v1': [{ name: 'pods', kind: 'Pod', namespaced: true }, { name: 'nodes/status', kind: 'Node', namespaced: false }, { name: 'nodes', kind: 'Node', namespaced: false }],
  '/apis/apps/v1': [{ name: 'statefulsets/scale', kind: 'Scale', namespaced: true }, { name: 'statefulsets', kind: 'StatefulSet', namespaced: true }],
};
const paths = () => new ResourcePaths(async (path) => {
  asked.push(path);
  return { resources: discovery[path] as never };
});
const object = (apiVersion: string, kind: string, name: string, namespace?: string): KubernetesObject => ({ apiVersion, kind, metadata: { name, namespace } });

beforeEach(() => { asked.length = 0; });

test.each<[KubernetesObject, string]>([
  [object('v1', 'Pod', 'a', 'prod'), '/api/v1/namespaces/prod/pods/a'],
  [object('v1', 'Pod', 'a'), '/api/v1/namespaces/default/pods/a'],
  [object('v1', 'Node', 'a'), '/api/v1/nodes/a'],
  [object('apps/v1', 'StatefulSet', 'a', 'prod'), '/apis/apps/v1/namespaces/prod/statefulsets/a'],
])('%j is at %s', async (each, path) => expect(await paths().one(each)).toBe(path));

test('the server is asked once for an API version', async () => {
  const one = paths();
  await Promise.all([one.one(object('v1', 'Pod', 'a')), one.one(object('v1', 'Node', 'b')), one.one(object('apps/v1', 'StatefulSet', 'c'))]);
  expect(asked).toEqual(['/api/v1', '/apis/apps/v1']);
});

test('fails for a kind that the server does not have', async () => {
  await expect(paths().one(object('v1', 'Widget', 'a'))).rejects.toThrow('no matches for kind "Widget" in version "v1"');
});

test('fails for a version that the server does not have, in the words of kubectl', async () => {
  const none = new ResourcePaths(async (path) => { throw new ApiError(`GET ${path}`, 404, '404 page not found'); });
  await expect(none.one(object('policy/v1beta1', 'PodDisruptionBudget', 'a'))).rejects.toThrow('no matches for kind "PodDisruptionBudget" in version "policy/v1beta1"');
});

test('fails with the error of the server where it cannot be asked', async () => {
  const down = new ResourcePaths(async (path) => { throw new ApiError(`GET ${path}`, 503, 'not now'); });
  await expect(down.one(object('v1', 'Pod', 'a'))).rejects.toThrow('GET /api/v1: 503: not now');
});
