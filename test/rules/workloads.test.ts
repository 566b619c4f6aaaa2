import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { isRival, title } from '../../src/rules/rivals';
import { cleaned, workloadsOf } from '../../src/rules/workloads';

const template = (labels: any) => ({ metadata: { labels } });
const of = (kind: string, name: string, spec: any, metadata: any = {}) => ({ kind, metadata: { name, namespace: 'prod', ...metadata }, spec });

const all = new ObjectSet([
  ...sound().objects,
  of('Deployment', 'api', { template: template({ app: 'api', tier: 'front' }) }),
  of('CronJob', 'cron', { jobTemplate: { spec: { template: template({ app: 'cron' }) } } }),
  of('Pod', 'bare', {}, { labels: { app: 'web' } }),
  of('Pod', 'owned', {}, { labels: { app: 'api' }, ownerReferences: [{ kind: 'ReplicaSet' }] }),
]);
const selected = (selector: any, namespace = 'prod') => workloadsOf(all).selectedBy(namespace, selector).map(title);

test('workloads are found by labels and expressions, in their namespace', () => {
  expect(selected({ matchLabels: { app: 'web' } })).toEqual(['StatefulSet web', 'Pod bare']);
  expect(selected({ matchLabels: { app: 'web' } }, 'stage')).toEqual([]);
  expect(selected({ matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'cron'] }] })).toEqual(['Deployment api', 'Pod owned', 'CronJob cron']);
  expect(selected({ matchExpressions: [{ key: 'tier', operator: 'Exists' }] })).toEqual(['Deployment api']);
  expect(selected({ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web', 'api'] }] })).toEqual(['CronJob cron']);
});

test('a set is found in whatever namespace it is', () => {
  expect(workloadsOf(all).firstSetAnywhere({ matchLabels: { app: 'web' } })?.name).toBe('web');
  expect(workloadsOf(all).firstSetAnywhere({ matchLabels: { app: 'api' } })).toBeUndefined();
});

test('what another object owns speaks through it, and a pod that nobody owns is bare', () => {
  const pods = workloadsOf(all).selectedBy('prod', {}).filter(({ object }) => object.kind === 'Pod');
  expect(pods.map((pod) => [pod.object.metadata.name, isRival(pod), pod.bare])).toEqual([['bare', true, true], ['owned', false, false]]);
});

test('junk in a selector is cleaned away', () => {
  expect(cleaned(null)).toEqual({ matchLabels: {}, matchExpressions: [] });
  expect(cleaned({ matchLabels: [], matchExpressions: [null, { key: 5, operator: 'In', values: 'x' }] })).toEqual({
    matchLabels: {}, matchExpressions: [{ key: 'undefined', operator: 'undefined', values: [] }, { key: '5', operator: 'In', values: [] }],
  });
});
