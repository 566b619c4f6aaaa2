import { joinDefault } from '../../src/checker/namespaces';

const object = (kind: string, namespace?: string) => ({ kind, metadata: { name: 'a', ...namespace !== undefined && { namespace } } });
const joined = (...objects: any[]) => {
  const given = joinDefault(objects);
  return objects.map((one) => [one.metadata?.namespace, given.has(one)]);
};

test('an omitted namespace is `default` where another object says so', () => {
  expect(joined(object('A'), object('B', 'default'), object('C', 'prod'), object('D', ''))).toEqual([['default', true], ['default', false], ['prod', false], ['default', true]]);
});

test('an omitted namespace stays open where nobody says `default`', () => {
  expect(joined(object('A'), object('B', 'prod'))).toEqual([[undefined, false], ['prod', false]]);
});

test.each(['Namespace', 'StorageClass', 'PersistentVolume', 'ClusterRoleBinding', 'ValidatingWebhookConfiguration', 'CustomResourceDefinition'])('a %s has no namespace', (kind) => {
  expect(joined(object(kind), object('B', 'default'))[0]).toEqual([undefined, false]);
});

test('metadata that two objects share, or that are none, are left as they are', () => {
  const metadata = { name: 'a' };
  expect(joined({ kind: 'A', metadata }, { kind: 'B', metadata: null }, { kind: 'C' }, object('D', 'default')).map(([namespace]) => namespace)).toEqual(['default', undefined, undefined, 'default']);
  expect(metadata).toEqual({ name: 'a' });
});
