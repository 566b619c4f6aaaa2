import { strangeFields, typeAt, unknownIn } from '../../../../oracle/manifests/fields/unknown';

const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', labels: { app: 'a' } }, spec: { ports: [{ port: 80 }], selector: { app: 'a' } } };

test('a place has the type that the API gives it, and the user\'s keys have none', () => {
  expect(typeAt(service, [])).toBe('v1/Service');
  expect(typeAt(service, ['spec', 'ports', 0])).toBe('ServicePort');
  expect(typeAt(service, ['metadata', 'labels'])).toBeUndefined();
  expect(typeAt({ apiVersion: 'example.org/v1', kind: 'Service' }, [])).toBeUndefined();
});

test('every struct gets every name that it may have, and one that it has not; what is there stays', () => {
  const [{ object, added }] = strangeFields(service);
  expect(added).toContain('spec.ports[0].nodePort');
  expect(added).toContain('spec.trafficDistribution');
  expect(added.filter((path) => path.endsWith('fieldThatNobodyHas'))).toEqual(['fieldThatNobodyHas', 'metadata.fieldThatNobodyHas', 'spec.fieldThatNobodyHas', 'spec.ports[0].fieldThatNobodyHas']);
  expect(object.spec).toMatchObject({ ports: [{ port: 80, nodePort: null }], selector: { app: 'a' }, trafficDistribution: null });
});

test('an answer names the unknown fields in quotes', () => {
  expect(unknownIn('strict decoding error: unknown field "spec.a", unknown field "spec.b[0].c"')).toEqual(['spec.a', 'spec.b[0].c']);
  expect(unknownIn('is invalid')).toEqual([]);
});
