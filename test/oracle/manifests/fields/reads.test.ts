import { Reads } from '../../../../oracle/manifests/fields/reads';

test('what is read is told, absent fields too, and what is not read is not', () => {
  const reads = new Reads();
  const object = reads.watched({ kind: 'StatefulSet', spec: { replicas: 3, containers: [{ name: 'a', image: 'b' }] }, status: {} });
  expect(object.spec.containers.map((each: any) => each.name)).toEqual(['a']);
  expect(object.spec.minReadySeconds).toBeUndefined();
  expect([...reads.fields.keys()].sort()).toEqual([
    'StatefulSet.spec', 'StatefulSet.spec.containers', 'StatefulSet.spec.containers[]', 'StatefulSet.spec.containers[].name', 'StatefulSet.spec.minReadySeconds',
  ]);
});
