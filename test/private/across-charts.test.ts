import { App, Chart, Testing } from 'cdk8s';
import { ClusterContext } from '../../src';
import { db } from '../support';

const inCharts = (namespaces: Array<string | undefined>, props: any[] = []) => {
  const app: App = Testing.app();
  return namespaces.map((namespace, i) => db(props[i] ?? {}, new Chart(app, `chart-${i}`, { namespace })).workload);
};

const duplicates = (workloads: ReturnType<typeof inCharts>) => workloads.map(({ findings }) => findings.filter(({ ruleId }) => ruleId === 'duplicate-object'));

test('warns of a set that two charts declare with one namespace and name, at the second', () => {
  const [first, second] = duplicates(inCharts(['prod', 'prod']));
  expect(first).toEqual([]);
  expect(second).toMatchObject([{ severity: 'warning', kind: 'StatefulSet', name: 'db', path: 'metadata.name', acknowledgeable: true, constructPath: 'chart-1/db' }]);
  expect(second[0].message).toBe('the charts "chart-0" and "chart-1" both declare StatefulSet "db" of namespace "prod": '
    + 'in one cluster an apply of the second overwrites the first without a word');
});

test('a reason on either set says that the charts go to different clusters', () => {
  const acknowledge = { 'duplicate-object': 'eu and us are two clusters' };
  expect(duplicates(inCharts(['prod', 'prod'], [{ acknowledge }]))).toEqual([[], []]);
  expect(duplicates(inCharts(['prod', 'prod'], [{}, { acknowledge }]))).toEqual([[], []]);
});

test('other namespaces, an omitted one and another target cluster say nothing', () => {
  expect(duplicates(inCharts(['prod', 'stage']))).toEqual([[], []]);
  expect(duplicates(inCharts([undefined, undefined]))).toEqual([[], []]);
  expect(duplicates(inCharts(['prod', 'prod'], [{}, { clusterDomain: 'k8s.example.org' }]))).toEqual([[], []]);
});

test('charts that name different clusters say nothing, and those of one cluster are held against each other', () => {
  const app: App = Testing.app();
  const workloads = ['eu', 'us', 'us'].map((cluster, i) => {
    const chart = new Chart(app, `chart-${i}`, { namespace: 'prod' });
    chart.node.setContext(ClusterContext.CLUSTER, cluster);
    return db({}, chart).workload;
  });
  expect(duplicates(workloads).map((found) => found.map(({ message }) => message.slice(0, 34)))).toEqual([[], [], ['the charts "chart-1" and "chart-2"']]);
});

test('within one chart it is an error, said once', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'prod' });
  const [first, second] = ['a', 'b'].map((id) => db({ metadata: { name: 'db' } }, chart, id).workload);
  expect(duplicates([first, second]).map((found) => found.map(({ kind, severity }) => `${severity} ${kind}`)))
    .toEqual([[], ['error Service', 'error StatefulSet', 'error PodDisruptionBudget']]);
});
