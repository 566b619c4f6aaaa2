import { renderedSets } from '../../../../oracle/manifests/rendering/rendered-sets';
import { RULES } from '../../../../src/rules';
import { judge } from '../../../../src/rules/run';

test('a workload with everything has an object of each kind, and no error', () => {
  const { objects } = renderedSets(0, 1).find(({ name }) => name === 'a workload with everything')!;
  expect([...new Set(objects.map(({ kind }) => kind))].sort()).toEqual(['NetworkPolicy', 'PodDisruptionBudget', 'Service', 'StatefulSet']);
  expect(judge(objects, RULES, { minor: 28, clusterDomain: 'cluster.local' }).filter(({ finding }) => finding.severity === 'error')).toEqual([]);
});

test('each example is among what is applied', () => {
  expect(renderedSets(1, 1).map(({ name }) => name)).toEqual(expect.arrayContaining(['etcd.k8s.yaml', 'elasticsearch.k8s.yaml', 'prometheus.k8s.yaml', 'generated 1']));
});
