import { sound } from './harness';
import { verdictOn } from '../../src/rules/budget-verdict';
import { budgetViews, setsByNamespace } from '../../src/rules/budget-view';
import { ObjectSet } from '../../src/rules/object-set';

function view(change: (s: ReturnType<typeof sound>) => void = () => undefined) {
  const s = sound();
  change(s);
  return budgetViews(new ObjectSet(s.objects))[0];
}

test('a budget knows the sets and the other workloads that it selects', () => {
  const found = view(({ objects }) => objects.push({ kind: 'Deployment', metadata: { name: 'x', namespace: 'prod' }, spec: { template: { metadata: { labels: { app: 'web' } } } } }));
  expect([found.name, found.sets.map(({ name }) => name), found.others.map(({ object }) => object.kind), found.everything]).toEqual(['web', ['web'], ['Deployment'], false]);
});

test('a selector that is empty selects everything, one that is missing nothing', () => {
  expect(view(({ budget }) => { budget.spec.selector = {}; }).everything).toBe(true);
  expect(view(({ budget }) => { delete budget.spec.selector; })).toMatchObject({ selector: undefined, everything: false, sets: [] });
});

test('a budget that selects nothing was meant for the set of its name, or for the one of another namespace that it would select', () => {
  const strayed = view(({ budget }) => { budget.spec.selector = { matchLabels: { app: 'x' } }; });
  expect([strayed.meant?.name, strayed.elsewhere]).toEqual(['web', undefined]);
  expect(view(({ budget }) => { budget.metadata.namespace = 'stage'; }).elsewhere?.namespace).toBe('prod');
});

test('sets are listed by their namespace', () => {
  const s = sound();
  expect([...setsByNamespace(new ObjectSet([s.set, { ...s.set, metadata: { name: 'db', namespace: 'stage' } }]))].map(([namespace, sets]) => [namespace, sets.length])).toEqual([['prod', 1], ['stage', 1]]);
});

test('no verdict is given on pods of other workloads, and on both fields or none', () => {
  const verdict = (spec: any) => verdictOn(view(({ budget }) => { budget.spec = { selector: budget.spec.selector, ...spec }; }));
  expect([verdict({}), verdict({ minAvailable: 1, maxUnavailable: 1 }), verdict({ maxUnavailable: 'x' })]).toEqual([undefined, undefined, undefined]);
});
