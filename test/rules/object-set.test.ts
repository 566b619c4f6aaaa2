import { sound } from './harness';
import { ObjectSet, identityOf, namespaceOf } from '../../src/rules/object-set';

function object(apiVersion: string | undefined, kind: string, name: string, namespace?: string, spec: any = {}) {
  return { apiVersion, kind, metadata: { name, namespace }, spec };
}

test('objects are found by kind, namespace and name, and a kind of another API group is another kind', () => {
  const knative = object('serving.knative.dev/v1', 'Service', 'web', 'prod');
  const core = object('v1', 'Service', 'web', 'prod');
  const all = new ObjectSet([knative, core]);
  expect([all.find('Service', 'prod', 'web'), all.find('Service', 'stage', 'web'), all.services]).toEqual([core, undefined, [core]]);
  expect(all.findAnywhere('Service', 'web')).toEqual([core]);
});

test('an object is found in whatever namespace it is', () => {
  const [a, b] = ['a', 'b'].map((namespace) => object('v1', 'ConfigMap', 'x', namespace));
  expect(new ObjectSet([a, b]).findAnywhere('ConfigMap', 'x')).toEqual([a, b]);
  expect(new ObjectSet([a, b]).findAnywhere('ConfigMap', 'y')).toEqual([]);
});

test('of many in many namespaces a few are enough, and the one without a namespace', () => {
  const many = [...'abcdefgh'].map((namespace) => object('v1', 'ConfigMap', 'x', namespace));
  const bare = object('v1', 'ConfigMap', 'x');
  expect(new ObjectSet([...many, bare]).findAnywhere('ConfigMap', 'x').map(namespaceOf)).toEqual(['a', 'b', 'c', 'd', '']);
});

test('two objects are one to the API server if group, kind, namespace and name are the same', () => {
  expect(identityOf(object('apps/v1', 'Deployment', 'x', 'p'))).toBe(identityOf(object('apps/v1beta1', 'Deployment', 'x', 'p')));
  const identities = [
    object('apps/v1', 'Deployment', 'x', 'p'), object('apps/v1', 'Deployment', 'x'), object('example.com/v1', 'Deployment', 'x', 'p'), object('apps/v1', 'DaemonSet', 'x', 'p'),
  ].map(identityOf);
  expect(new Set(identities).size).toBe(4);
  expect(identityOf(object('v1', 'Namespace', 'x', 'p'))).toBe(identityOf(object('v1', 'Namespace', 'x')));
  expect([{}, null, { kind: 'X' }, { metadata: { name: 'x' } }].map(identityOf)).toEqual([undefined, undefined, undefined, undefined]);
});

test('Services, budgets and sets are found by what selects what, within a namespace', () => {
  const { objects, service, budget, set } = sound();
  const all = new ObjectSet([...objects, object('v1', 'Service', 'other', 'prod', { selector: { app: 'x' } }), object('v1', 'Service', 'away', 'stage', { selector: { app: 'web' } })]);
  expect(all.servicesSelecting('prod', { app: 'web', tier: 'x' })).toEqual([service]);
  expect(all.budgetsSelecting('prod', { app: 'web' })).toEqual([budget]);
  expect(all.setsSelectedBy('prod', { matchLabels: { app: 'web' } }).map((view) => view.object)).toEqual([set]);
  expect(all.setsSelectedBy('stage', { matchLabels: { app: 'web' } })).toEqual([]);
  expect(all.setsServedBy('prod', { app: 'web' }).map(({ name }) => name)).toEqual(['web']);
  expect(all.setsServedBy('prod', { app: 'web', tier: 'x' })).toEqual([]);
});

test('an autoscaler is found by its target', () => {
  const hpa = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'h', 'prod', { scaleTargetRef: { kind: 'StatefulSet', name: 'web' } });
  const all = new ObjectSet([hpa]);
  expect([all.autoscalerOf('StatefulSet', 'prod', 'web'), all.autoscalerOf('StatefulSet', 'prod', 'db')]).toEqual([hpa, undefined]);
});

test('a namespace that is omitted or no text is the empty one', () => {
  expect([{}, { metadata: { namespace: 5 } }, { metadata: { namespace: 'prod' } }].map(namespaceOf)).toEqual(['', '', 'prod']);
});
