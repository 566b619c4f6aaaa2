import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';

function view(change: (s: ReturnType<typeof sound>) => void = () => undefined) {
  const s = sound();
  change(s);
  return new ObjectSet(s.objects).sets[0];
}

test('a set knows the objects around it', () => {
  const s = sound();
  const [set] = new ObjectSet(s.objects).sets;
  expect([set.service, set.services, set.budgets, set.autoscaler]).toEqual([s.service, [s.service], [s.budget], undefined]);
});

test('defaults are those of the API', () => {
  const set = view(({ set: { spec } }) => ['replicas', 'ordinals', 'podManagementPolicy'].forEach((field) => delete spec[field]));
  expect([set.replicas, set.replicasWritten, set.start, set.last, set.parallel]).toEqual([1, false, 0, 0, false]);
});

test('names come from the set, ordinals from its start', () => {
  const set = view(({ set: object }) => { object.spec.ordinals = { start: 4 }; });
  expect([set.start, set.last, set.podName(4), set.claimName('data', 4), set.claimNameAt(0), set.claimNameAt(9)]).toEqual([4, 6, 'web-4', 'data-web-4', 'data', '']);
});

test('main containers come before init containers, and a sidecar is told from a plain one', () => {
  const { containers } = view(({ pod }) => { pod.initContainers = [{ name: 'i' }, { name: 's', restartPolicy: 'Always' }]; });
  expect(containers.map(({ container, init, sidecar, path }) => [container.name, init, sidecar, path.slice(-2).join()])).toEqual([
    ['web', false, false, 'containers,0'], ['i', true, false, 'initContainers,0'], ['s', true, true, 'initContainers,1'],
  ]);
});

test('intent is read from annotations', () => {
  const set = view(({ set: object }) => {
    object.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum', 'cdk8s-stateful.dev/bootstrap': 'together, 3', 'cdk8s-stateful.dev/replicas': '3-5' };
  });
  expect([set.quorum, set.bootstrapTogether, set.range]).toEqual([true, true, [3, 5]]);
  expect([view().quorum, view().bootstrapTogether, view().range]).toEqual([false, false, undefined]);
});

test('a manifest full of junk is read as an empty one', () => {
  const set = new ObjectSet([{ kind: 'StatefulSet', metadata: 5, spec: { template: 'x', selector: 7, serviceName: [], volumeClaimTemplates: {}, replicas: 'three' } }]).sets[0];
  expect([set.name, set.namespace, set.serviceName, set.selector, set.containers, set.claims, set.volumes, set.replicas, set.services]).toEqual(['', '', undefined, undefined, [], [], [], 1, []]);
});
