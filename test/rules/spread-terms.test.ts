import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { antiAffinityTerms, isSelector, spreadConstraints, spreadsItself } from '../../src/rules/spread-terms';

function set(pod: any) {
  const s = sound();
  Object.assign(s.pod, pod);
  return new ObjectSet(s.objects).sets[0];
}

test('constraints and terms of either kind are found with their place', () => {
  const it = set({
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a' }], preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'b' } }],
      },
    },
  });
  expect(spreadConstraints(it).map(({ term, required }) => [term.topologyKey, required])).toEqual([['kubernetes.io/hostname', false]]);
  expect(antiAffinityTerms(it).map(({ term, required, path }) => [term.topologyKey, required, path[path.length - 1]])).toEqual([['a', true, 0], ['b', false, 'podAffinityTerm']]);
});

test('a term is about the set itself where its selector matches the pods, labels of the controller left aside', () => {
  const own = (labelSelector: any) => spreadsItself(set({}), { term: { labelSelector }, path: [], required: false });
  expect([own({ matchLabels: { app: 'web' } }), own({ matchLabels: { 'app': 'web', 'controller-revision-hash': 'x' } }), own({ matchLabels: { app: 'db' } }), own(undefined)])
    .toEqual([true, true, false, false]);
});

test('a selector is an object', () => {
  expect([{}, null, [], 'x', undefined].map(isSelector)).toEqual([true, false, false, false, false]);
});
