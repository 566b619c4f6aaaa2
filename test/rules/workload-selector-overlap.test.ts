import { afterChange, findings, sound } from './harness';
import { workloadSelectorOverlap } from '../../src/rules/workload-selector-overlap';

test('a set alone passes', () => {
  expect(findings(workloadSelectorOverlap, sound().objects)).toEqual([]);
});

const withAnother = (change: (another: any) => void) => afterChange(workloadSelectorOverlap, ({ set, objects }) => {
  const another = structuredClone(set);
  another.metadata.name = 'api';
  change(another);
  objects.push(another);
});

test('fails each of two sets that select each other\'s pods', () => {
  const found = withAnother(() => {});
  expect(found.map(({ name }) => name)).toEqual(['web', 'api']);
  expect(found[0]).toMatchObject({ ruleId: 'workload-selector-overlap', severity: 'error', path: 'spec.selector', kind: 'StatefulSet', acknowledgeable: true });
  expect(found[0].message).toContain('{"matchLabels":{"app":"web"}} also matches the pods of StatefulSet api;');
});

test('beside a workload that is scaled to zero it is a warning, and so it is for a set that is', () => {
  expect(withAnother((another) => { another.spec.replicas = 0; }).map(({ name, severity }) => [name, severity])).toEqual([['web', 'warning'], ['api', 'warning']]);
});

test('fails a ReplicationController, whose selector is a plain map', () => {
  const spec = { selector: { app: 'web' }, template: { metadata: { labels: { app: 'web', tier: 'old' } } } };
  const found = afterChange(workloadSelectorOverlap, ({ set, objects }) => {
    set.spec.selector.matchLabels.tier = set.spec.template.metadata.labels.tier = 'new';
    objects.push({ apiVersion: 'v1', kind: 'ReplicationController', metadata: { name: 'old', namespace: 'prod' }, spec });
  });
  expect(found.map(({ kind, severity }) => [kind, severity])).toEqual([['ReplicationController', 'error']]);
});

test('fails only the wider of two selectors', () => {
  const found = withAnother((another) => {
    another.spec.selector.matchLabels.tier = 'db';
    another.spec.template.metadata.labels.tier = 'db';
  });
  expect(found.map(({ name }) => name)).toEqual(['web']);
});

test('the same labels in another namespace pass, and so does an expression that keeps them apart', () => {
  expect(withAnother((another) => { another.metadata.namespace = 'staging'; })).toEqual([]);
  expect(withAnother((another) => { delete another.metadata.namespace; })).toEqual([]);
  expect(afterChange(workloadSelectorOverlap, ({ set, objects }) => {
    const canary = structuredClone(set);
    canary.metadata.name = 'canary';
    canary.spec.selector.matchLabels.track = 'canary';
    canary.spec.template.metadata.labels.track = 'canary';
    set.spec.selector.matchExpressions = [{ key: 'track', operator: 'DoesNotExist' }];
    objects.push(canary);
  })).toEqual([]);
});

const workload = (kind: string, matchLabels: any, labels: any) => afterChange(workloadSelectorOverlap, ({ objects }) => objects.push(
  { kind, metadata: { name: 'tool', namespace: 'prod' }, spec: { selector: matchLabels && { matchLabels }, template: { metadata: { labels } } } },
));

test.each(['Deployment', 'ReplicaSet', 'DaemonSet', 'Job'])('fails a set and a %s with the same labels, once and at the set', (kind) => {
  const [finding, ...others] = workload(kind, { app: 'web' }, { app: 'web' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: 'StatefulSet' });
  expect(finding.message).toContain(`also matches the pods of ${kind} tool;`);
});

test('fails a workload whose selector takes in the set\'s pods', () => {
  const found = afterChange(workloadSelectorOverlap, ({ set, objects }) => {
    set.spec.selector.matchLabels.role = 'db';
    set.spec.template.metadata.labels.role = 'db';
    objects.push({ kind: 'ReplicaSet', metadata: { name: 'tool', namespace: 'prod' }, spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } } } } });
  });
  expect(found).toMatchObject([{ kind: 'ReplicaSet', name: 'tool', path: 'spec.selector' }]);
});

test('a Job without a selector and with other labels passes, and so does a bare Pod', () => {
  expect(workload('Job', undefined, { app: 'web-migrate' })).toEqual([]);
  expect(afterChange(workloadSelectorOverlap, ({ objects }) => objects.push({ kind: 'Pod', metadata: { name: 'x', namespace: 'prod', labels: { app: 'web' } } }))).toEqual([]);
});

test('a selector that is missing or does not match its own template is left to other rules', () => {
  expect(withAnother((another) => { delete another.spec.selector; }).map(({ name }) => name)).toEqual(['web']);
  expect(afterChange(workloadSelectorOverlap, ({ set }) => { set.spec.selector = { matchExpressions: [{ key: 'app', operator: 'In', values: 5 }] }; })).toEqual([]);
});

test('a Job of helm test passes, and one of another hook is a warning', () => {
  const hook = (event: string) => afterChange(workloadSelectorOverlap, ({ objects }) => objects.push(
    { kind: 'Job', metadata: { name: 'hook', namespace: 'prod', annotations: { 'helm.sh/hook': event } }, spec: { template: { metadata: { labels: { app: 'web' } } } } },
  )).map(({ severity }) => severity);
  expect([hook('test'), hook('pre-upgrade')]).toEqual([[], ['warning']]);
});
