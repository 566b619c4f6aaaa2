import { ApiObject, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { neighbours } from '../../src/private/neighbours';
import { chart, db, ruleIds } from '../support';

const LABELS = { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' };
const containers = [{ image: 'example/web:1' }];

/** Selects the pods of the workload `db`, as a workload of cdk8s-plus. */
const selecting = { select: false, podMetadata: { labels: LABELS } };

function raw(scope: Chart, kind: string, name: string, labels: any = LABELS): void {
  const template = { metadata: { labels }, spec: { containers: [{ name: 'x', image: 'x' }] } };
  new ApiObject(scope, `raw-${kind}`, { apiVersion: 'apps/v1', kind, metadata: { name }, spec: { selector: { matchLabels: labels }, template } });
}

function budget(scope: Chart, name: string): void {
  new ApiObject(scope, 'budget', {
    apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name }, spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'api' } } },
  });
}

test('fails the overlap with a workload of cdk8s-plus in the chart', () => {
  const { chart: scope, workload } = db();
  new kplus.Deployment(scope, 'web', { ...selecting, containers }).select(kplus.LabelSelector.of({ labels: LABELS }));
  expect(ruleIds(workload)).toEqual(['service-selector-exact', 'workload-selector-overlap', 'pdb-selector-exact']);
});

test.each(['Deployment', 'DaemonSet', 'ReplicaSet'])('fails the overlap with a plain %s in the chart', (kind) => {
  const { chart: scope, workload } = db();
  raw(scope, kind, 'other');
  expect(ruleIds(workload)).toContain('workload-selector-overlap');
});

test('fails a plain StatefulSet of the same name, and names both', () => {
  const { chart: scope, workload } = db();
  raw(scope, 'StatefulSet', 'db', { app: 'other' });
  expect(workload.findings.filter(({ severity }) => severity === 'error').map(({ ruleId, message }) => [ruleId, message])).toEqual([['duplicate-object',
    'StatefulSet "db" is rendered 2 times in namespace "prod"; an apply overwrites the first with the last without a word '
    + '(declared by test/db/StatefulSet and test/raw-StatefulSet)']]);
});

test('fails a budget of the same name, whatever it selects', () => {
  const { chart: scope, workload } = db();
  budget(scope, 'db');
  expect(ruleIds(workload)).toContain('duplicate-object');
});

test('workloads with other labels and budgets of their own are no business of the set', () => {
  const { chart: scope, workload } = db();
  new kplus.Deployment(scope, 'web', { spread: true, containers });
  new kplus.CronJob(scope, 'backup', { schedule: { expressionString: '0 0 * * *' } as any, containers });
  new kplus.Job(scope, 'migrate', { containers });
  new kplus.Pod(scope, 'shell', { containers });
  raw(scope, 'Deployment', 'api', { app: 'api' });
  budget(scope, 'api');
  expect(workload.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('a workload of cdk8s-plus is seen by the labels of its pods alone, and what else a rule reads as it renders', () => {
  const scope = chart();
  new kplus.Deployment(scope, 'web', { replicas: 2, ...selecting, spread: true, containers });
  new kplus.CronJob(scope, 'cron', { schedule: { expressionString: '0 0 * * *' } as any, podMetadata: { labels: { a: 'b' } }, containers });
  new kplus.ConfigMap(scope, 'settings', { metadata: { name: 'settings' }, data: { a: '1' } });
  new kplus.Secret(scope, 'keys', { metadata: { name: 'keys' }, stringData: { b: '2' } });
  const found = neighbours(scope);
  expect(found.map(({ path }) => path)).toEqual(['test/web/Resource', 'test/cron/Resource', 'test/settings/Resource', 'test/keys/Resource']);
  expect(found[0].json.spec).toEqual({
    replicas: 2, selector: { matchExpressions: [], matchLabels: {} }, template: { metadata: { labels: expect.objectContaining(LABELS) } },
  });
  expect(found[1].json.spec.jobTemplate.spec.template.metadata.labels).toMatchObject({ a: 'b' });
  expect(found.slice(2).map(({ json }) => [json.kind, json.metadata.name, json.data ?? json.stringData])).toEqual([['ConfigMap', 'settings', { a: '1' }], ['Secret', 'keys', { b: '2' }]]);
});

test('to look at neighbours changes nothing of what they render', () => {
  const build = (looks: number) => {
    const scope = chart();
    const web = new kplus.Deployment(scope, 'web', { spread: true, containers: [{ image: 'example/web:1', ports: [{ number: 80 }] }] });
    web.exposeViaService();
    new kplus.HorizontalPodAutoscaler(scope, 'hpa', { target: web, maxReplicas: 3 });
    new kplus.NetworkPolicy(scope, 'policy', { selector: web });
    new kplus.ServiceAccount(scope, 'account', {});
    new kplus.Pod(scope, 'shell', { containers });
    for (let i = 0; i < looks; i++) neighbours(scope);
    return Testing.synth(scope);
  };
  expect(build(3)).toEqual(build(0));
});

test('a chart inside a chart, and what cannot be rendered, are left out', () => {
  const scope = chart();
  new kplus.ConfigMap(new Chart(scope, 'inner'), 'settings');
  new ApiObject(scope, 'broken', { apiVersion: 'v1', kind: 'Service', spec: { x: { resolve: () => { throw new Error('no'); } } } } as any);
  new ApiObject(scope, 'custom', { apiVersion: 'example.com/v1', kind: 'Thing' });
  expect(neighbours(scope)).toEqual([]);
});
