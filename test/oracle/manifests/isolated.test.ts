import { isolated } from '../../../oracle/manifests/isolated';

const object = (kind: string, name: string, rest: object = {}, namespace?: string) => ({ apiVersion: 'v1', kind, metadata: { name, ...(namespace && { namespace }) }, ...rest });

test('objects go to a namespace of the block, each namespace of the page to another', () => {
  const { objects, namespaces } = isolated([object('Service', 'db'), object('Service', 'db', {}, 'prod'), object('ConfigMap', 'db', {}, 'prod')], 'p1');
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}`)).toEqual(['ConfigMap p1-prod', 'Service p1', 'Service p1-prod']);
  expect(namespaces).toEqual(['p1', 'p1-prod']);
});

test('a namespace that the page makes is made by its own object', () => {
  const { objects, namespaces } = isolated([object('Service', 'db', {}, 'prod'), object('Namespace', 'prod')], 'p1');
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(['Namespace p1-prod', 'Service db']);
  expect(namespaces).toEqual(['p1']);
});

test('Services come before the sets, and all else stays in its order', () => {
  const { objects } = isolated([object('StatefulSet', 'a'), object('PodDisruptionBudget', 'b'), object('StatefulSet', 'c'), object('Service', 'd')], 'p1');
  expect(objects.map(({ metadata }) => metadata.name)).toEqual(['d', 'a', 'b', 'c']);
});

test('a class of storage is renamed with everything that names it, and another is left alone', () => {
  const claims = { spec: { volumeClaimTemplates: [{ spec: { storageClassName: 'fast' } }, { spec: { storageClassName: 'slow' } }] } };
  const { objects: [storage, set] } = isolated([object('StatefulSet', 'db', claims), object('StorageClass', 'fast')], 'p1');
  expect(storage.metadata).toEqual({ name: 'p1-fast' });
  expect(set.spec.volumeClaimTemplates.map(({ spec }: any) => spec.storageClassName)).toEqual(['p1-fast', 'slow']);
});

test('what the server says names the namespaces of the page', () => {
  const { told } = isolated([object('Service', 'db', {}, 'prod')], 'p1');
  expect(told('Pod "p1-prod"/"db-0" beside p1/web, in p10')).toBe('Pod "prod"/"db-0" beside default/web, in p10');
});

test('a long namespace stays a valid name', () => {
  const { namespaces } = isolated([object('Service', 'db', {}, 'n'.repeat(63))], 'p1');
  expect(namespaces[1]).toHaveLength(63);
});
