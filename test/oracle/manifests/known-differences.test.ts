import { KNOWN_DIFFERENCES, knownDifference, PROVED_ELSEWHERE, UNREADABLE } from '../../../oracle/manifests/known-differences';
import { RULES } from '../../../src/rules';

test('every known difference has a reason and a proof, and covers its own case alone', () => {
  expect(KNOWN_DIFFERENCES.every(({ reason, proof }) => reason.length > 20 && proof.length > 20)).toBe(true);
  expect(knownDifference(['Service.kind'], 'no matches for kind "x" in version "v1"')?.name).toBe('kind or version of another API');
  expect(knownDifference(['StatefulSet.apiVersion'], 'no matches for kind "StatefulSet" in version "app.example.org/v1"')?.name).toBe('kind or version of another API');
  expect(knownDifference(['StatefulSet.apiVersion'], 'no matches for kind "StatefulSet" in version "apps/V1"')).toBeUndefined();
  expect(knownDifference(['Service.kind'], 'no matches for kind "service" in version "v1"')).toBeUndefined();
  expect(knownDifference(['StatefulSet.spec.template.spec.priorityClassName'], 'no PriorityClass with name x was found')?.name).toBe('a reference to an object of the cluster');
  expect(knownDifference(['StatefulSet.spec.template.spec.priorityClassName'], 'must be no more than 63 characters')).toBeUndefined();
  const family = 'Service "a" is invalid: spec.ipFamilies[0]: Invalid value: "IPv6": not configured on this cluster';
  expect(knownDifference(['Service.spec.ipFamilies'], family)?.name).toBe('addresses that the cluster has not');
  expect(knownDifference(['Service.spec.ipFamilies'], `${family}, spec.type: Unsupported value: "x"`)).toBeUndefined();
  expect(knownDifference(['ConfigMap.metadata.name', 'ConfigMap.data'], 'json: cannot unmarshal string into Go struct field ConfigMap.data')?.name).toBe('data that no set reads');
  expect(knownDifference(['ConfigMap.data'], 'json: cannot unmarshal string into Go struct field ConfigMap.data')).toBeUndefined();
  expect(knownDifference(['HorizontalPodAutoscaler.metadata.annotations'], 'spec.behavior.scaleUp.policies: Required value')?.name).toBe('fields of autoscaling/v2 in annotations of autoscaling/v1');
  expect(knownDifference(['HorizontalPodAutoscaler.metadata.annotations'], 'metadata.annotations: Invalid value')).toBeUndefined();
  expect(knownDifference(['StatefulSet.spec.template.spec.overhead'], 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead')?.name).toBe('a reference to an object of the cluster');
  const classless = 'pods "db-2" is forbidden: the integer value of priority (1000) must not be provided in pod spec; priority admission controller computed 0 from the given PriorityClass name';
  expect(knownDifference(['StatefulSet.spec.template.spec.priority'], classless)?.name).toBe('the class of a pod that names none');
  // A class may have a value below nothing.
  expect(knownDifference(['StatefulSet.spec.template.spec.priority'], classless.replace('1000', '-1'))?.name).toBe('the class of a pod that names none');
  expect(knownDifference(['StatefulSet.spec.template.spec.hostPID'], classless)).toBeUndefined();
  expect(knownDifference(['Service.spec.type'], 'Unsupported value')).toBeUndefined();
});

test('an error that can be acknowledged is enough where the server cannot read the object, and nowhere else', () => {
  expect(UNREADABLE.covers('', 'StatefulSet in version "v1" cannot be handled as a StatefulSet: json: cannot unmarshal number')).toBe(true);
  expect(UNREADABLE.covers('', 'StatefulSet.apps "db" is invalid: spec.template.spec.os: Unsupported value: "plan9"')).toBe(false);
});

test('what is proved elsewhere is a rule, and says where', () => {
  const ids = new Set(RULES.map(({ id }) => id));
  for (const [id, where] of PROVED_ELSEWHERE) expect([ids.has(id), where]).toEqual([true, expect.stringMatching(/^(the part|its page)/)]);
});
