import { joinDefault } from '../../src/checker/namespaces';

const object = (kind: string, namespace?: string) => ({ kind, metadata: { name: 'a', ...namespace !== undefined && { namespace } } });

test('objects without a namespace join `default` where another one names it, and are told', () => {
  const objects: any[] = [object('Service', 'default'), object('StatefulSet'), object('StatefulSet', '')];
  expect([...joinDefault(objects)]).toEqual([objects[1], objects[2]]);
  expect(objects.map(({ metadata }) => metadata.namespace)).toEqual(['default', 'default', 'default']);
});

test('where nobody names `default`, an omitted namespace stays open', () => {
  const objects: any[] = [object('Service', 'prod'), object('StatefulSet')];
  expect(joinDefault(objects).size).toBe(0);
  expect(objects[1].metadata.namespace).toBeUndefined();
});

test('what has no namespace in a cluster gets none, and what has no metadata is left alone', () => {
  const objects: any[] = [object('Service', 'default'), object('StorageClass'), object('ClusterRoleBinding'), { kind: 'A' }, { kind: 'B', metadata: null }];
  expect(joinDefault(objects).size).toBe(0);
});
