import { Context, NotStarted } from '../../../e2e/scenarios/context';
import { memberSet } from '../../../e2e/scenarios/member-set';

const context = new Context('shop', undefined as any, undefined as any, () => undefined);

test.each([
  ['pods', '/api/v1/namespaces/shop/pods'],
  ['pods/etcd-0', '/api/v1/namespaces/shop/pods/etcd-0'],
  ['pods/etcd-0/eviction', '/api/v1/namespaces/shop/pods/etcd-0/eviction'],
  ['apps/v1/statefulsets/etcd/scale', '/apis/apps/v1/namespaces/shop/statefulsets/etcd/scale'],
  ['discovery.k8s.io/v1/endpointslices', '/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices'],
])('%s of a namespace is %s', (resource, path) => {
  expect(context.path(resource)).toBe(path);
});

test('what is synthesized belongs to the namespace of the scenario', () => {
  const { declared, objects } = context.synth((chart) => memberSet(chart));
  expect(objects.map(({ kind, metadata: { name, namespace } }) => `${kind} ${namespace}/${name}`)).toEqual([
    'Service shop/member', 'StatefulSet shop/member', 'PodDisruptionBudget shop/member',
  ]);
  expect(declared.fqdn(2)).toBe('member-2.member.shop.svc.cluster.local');
});

test('fails with what it waited for, and a start that fails can be told from a wrong result', async () => {
  await expect(context.started('three pods', 0, () => false)).rejects.toThrow(new NotStarted('waited 0 s for three pods'));
  await expect(context.until('the order 2, 1, 0', 0, () => false)).rejects.not.toBeInstanceOf(NotStarted);
});

test('what was changed outside of the namespace is taken back in the other order', async () => {
  const done: string[] = [];
  context.atEnd(async () => done.push('first'));
  context.atEnd(async () => done.push('second'));
  await context.end();
  expect(done).toEqual(['second', 'first']);
});

test('fails with all that cannot be taken back, after every step was tried, and once', async () => {
  const at = new Context('shop', undefined as any, undefined as any, () => undefined);
  const done: string[] = [];
  at.atEnd(async () => done.push('first'));
  at.atEnd(async () => { throw new Error('node-2 is not there'); });
  at.atEnd(async () => { throw new Error('node-1 is not there'); });
  await expect(at.end()).rejects.toThrow('node-1 is not there\nnode-2 is not there');
  await expect(at.end()).rejects.toThrow('node-1 is not there\nnode-2 is not there');
  expect(done).toEqual(['first']);
});
