import { afterChange, findings, sound } from './harness';
import { duplicateObject } from '../../src/rules/duplicate-object';

const twice = (pick: (s: any) => any, change: (copy: any) => void = () => {}) => afterChange(duplicateObject, (s) => {
  const copy = structuredClone(pick(s));
  change(copy);
  s.objects.push(copy);
});

test('objects with names of their own pass', () => {
  expect(findings(duplicateObject, sound().objects)).toEqual([]);
});

test('fails a set that is rendered twice, at the second', () => {
  const [finding, ...others] = twice(({ set }) => set, (copy) => { copy.spec.replicas = 5; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'duplicate-object', severity: 'error', kind: 'StatefulSet', path: 'metadata.name', acknowledgeable: true });
  expect(finding.message).toBe('StatefulSet "web" is rendered 2 times in namespace "prod"; an apply overwrites the first with the last without a word');
});

test('fails a second Service or PodDisruptionBudget of the set, whatever it selects', () => {
  expect(twice(({ service }) => service, (copy) => { copy.spec.selector = { app: 'other' }; })).toMatchObject([{ kind: 'Service' }]);
  expect(twice(({ budget }) => budget, (copy) => { copy.spec.selector.matchLabels.app = 'other'; })).toMatchObject([{ kind: 'PodDisruptionBudget' }]);
});

test('fails every copy but the first', () => {
  expect(afterChange(duplicateObject, ({ set, objects }) => objects.push(structuredClone(set), structuredClone(set)))).toHaveLength(2);
});

test('the same name in another namespace, for another kind or in another API group passes', () => {
  expect(twice(({ set }) => set, (copy) => { copy.metadata.namespace = 'staging'; })).toEqual([]);
  expect(twice(({ set }) => set, (copy) => { delete copy.metadata.namespace; })).toEqual([]);
  expect(twice(({ set }) => set, (copy) => { copy.kind = 'Deployment'; })).toEqual([]);
  expect(twice(({ service }) => service, (copy) => { copy.apiVersion = 'serving.knative.dev/v1'; })).toEqual([]);
});

test('copies of what belongs to no set are not judged', () => {
  const other = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x', namespace: 'prod' }, spec: { selector: { app: 'x' } } };
  const budget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'x', namespace: 'prod' } };
  expect(afterChange(duplicateObject, ({ objects }) => objects.push(other, { ...other }, budget, { ...budget }))).toEqual([]);
});
