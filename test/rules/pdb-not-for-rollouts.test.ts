import { afterChange, findings, sound } from './harness';
import { pdbNotForRollouts } from '../../src/rules/pdb-not-for-rollouts';

test('the sound set passes', () => {
  expect(findings(pdbNotForRollouts, sound().objects)).toEqual([]);
});

const second = (objects: any[], change: (set: any) => void = () => {}) => {
  const set = JSON.parse(JSON.stringify(objects[1]));
  set.metadata.name = 'other';
  change(set);
  objects.push(set);
  return set;
};

test('fails one budget over two sets, whose rollouts it does not hold apart', () => {
  const [finding, ...others] = afterChange(pdbNotForRollouts, ({ objects }) => { second(objects); });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', kind: 'PodDisruptionBudget', path: 'spec.selector', acknowledgeable: true });
  expect(finding.message).toContain('one budget selects the pods of StatefulSets "web", "other": it limits evictions only');
});

test('two sets with other labels or in other namespaces pass', () => {
  expect(afterChange(pdbNotForRollouts, ({ objects }) => { second(objects, (set) => { set.spec.template.metadata.labels = { app: 'db' }; }); })).toEqual([]);
  expect(afterChange(pdbNotForRollouts, ({ objects }) => { second(objects, (set) => { delete set.metadata.namespace; }); })).toEqual([]);
});

test('a budget that selects another workload too is left to the rule that says so', () => {
  expect(afterChange(pdbNotForRollouts, ({ objects }) => {
    second(objects);
    second(objects).kind = 'Deployment';
  })).toEqual([]);
});
