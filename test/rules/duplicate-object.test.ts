import { afterChange, findings, sound } from './harness';
import { duplicateObject } from '../../src/rules/duplicate-object';
import { judge } from '../../src/rules/run';

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

const policy = (name: string, matchLabels: any = { app: 'web' }) => ({
  apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'prod' }, spec: { podSelector: { matchLabels } },
});

test('fails two NetworkPolicies over the pods of a set, and names the first beside the second', () => {
  const s = sound();
  const [first, second] = [policy('web'), policy('web')];
  s.objects.push(first, second);
  const [judged, ...others] = judge(s.objects, [duplicateObject], { minor: 28, clusterDomain: 'cluster.local' });
  expect(others).toEqual([]);
  expect(judged.finding.message).toBe('NetworkPolicy "web" is rendered 2 times in namespace "prod"; an apply overwrites the first with the last without a word');
  expect([judged.object, judged.related, judged.set?.name]).toEqual([second, first, 'web']);
});

test('fails copies of an autoscaler and of what the pods refer to', () => {
  const copies = (object: any) => afterChange(duplicateObject, ({ objects, pod }) => {
    pod.serviceAccountName = 'web';
    pod.volumes = [{ name: 'a', configMap: { name: 'settings' } }, { name: 'b', projected: { sources: [{ secret: { name: 'keys' } }] } }];
    objects.push(object, structuredClone(object));
  }).map(({ kind }) => kind);
  const named = (kind: string, name: string) => ({ apiVersion: 'v1', kind, metadata: { name, namespace: 'prod' } });
  const hpa = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'x', namespace: 'prod' }, spec: { scaleTargetRef: { kind: 'StatefulSet', name: 'web' } } };
  expect([hpa, named('ServiceAccount', 'web'), named('ConfigMap', 'settings'), named('Secret', 'keys')].flatMap(copies))
    .toEqual(['HorizontalPodAutoscaler', 'ServiceAccount', 'ConfigMap', 'Secret']);
  expect(copies(named('ConfigMap', 'other'))).toEqual([]);
});

test('fails two budgets of one name that select pods which are not rendered', () => {
  const budget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'x', namespace: 'prod' }, spec: { selector: { matchLabels: { app: 'x' } } } };
  expect(findings(duplicateObject, [budget, { ...budget }])).toHaveLength(1);
});

test('policies with names of their own, in other namespaces or over other pods pass', () => {
  expect(afterChange(duplicateObject, ({ objects }) => objects.push(policy('web'), policy('web-2')))).toEqual([]);
  expect(afterChange(duplicateObject, ({ objects }) => objects.push(policy('web'), { ...policy('web'), metadata: { name: 'web', namespace: 'stage' } }))).toEqual([]);
  expect(afterChange(duplicateObject, ({ objects }) => objects.push(policy('x', { app: 'x' }), policy('x', { app: 'x' })))).toEqual([]);
});
