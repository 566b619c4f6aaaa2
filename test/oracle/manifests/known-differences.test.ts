import { KNOWN_DIFFERENCES, knownDifference, UNREADABLE } from '../../../oracle/manifests/known-differences';

test('every known difference has a reason and a proof, and covers its own case alone', () => {
  expect(KNOWN_DIFFERENCES.every(({ reason, proof }) => reason.length > 20 && proof.length > 20)).toBe(true);
  expect(knownDifference(['Service.kind'], 'no matches for kind "x" in version "v1"')?.name).toBe('kind or version of another API');
  expect(knownDifference(['StatefulSet.spec.template.spec.priorityClassName'], 'no PriorityClass with name x was found')?.name).toBe('a reference to an object of the cluster');
  expect(knownDifference(['StatefulSet.spec.template.spec.priorityClassName'], 'must be no more than 63 characters')).toBeUndefined();
  expect(knownDifference(['StatefulSet.spec.template.spec.overhead'], 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead')?.name).toBe('a reference to an object of the cluster');
  expect(knownDifference(['Service.spec.selector', 'Service.metadata.name'], 'Service "/a" is invalid: metadata.name: Invalid value')?.name).toBe('a Service that belongs to no set');
  expect(knownDifference(['Service.spec.selector'], 'Service "a" is invalid: spec.selector: Invalid value')).toBeUndefined();
  expect(knownDifference(['Service.spec.type'], 'Unsupported value')).toBeUndefined();
});

test('an error that can be acknowledged is enough where the server cannot read the object, and nowhere else', () => {
  expect(UNREADABLE.covers('', 'StatefulSet in version "v1" cannot be handled as a StatefulSet: json: cannot unmarshal number')).toBe(true);
  expect(UNREADABLE.covers('', 'StatefulSet.apps "db" is invalid: spec.template.spec.os: Unsupported value: "plan9"')).toBe(false);
});
