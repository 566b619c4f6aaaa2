import { identityTables, tableText } from '../../src/output/identity-table';
import { sound } from '../rules/harness';

function table(change: (s: ReturnType<typeof sound>) => void = () => undefined, domain = 'cluster.local') {
  const s = sound();
  change(s);
  return identityTables(s.objects, domain)[0];
}

test('the table says who is who, from the manifests alone', () => {
  expect(table()).toEqual({
    statefulSet: 'web',
    namespace: 'prod',
    service: 'web.prod.svc.cluster.local',
    publishNotReadyAddresses: false,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: 'RollingUpdate',
    selector: 'app=web',
    budget: 'maxUnavailable 1 of 3: a drain may take 1 (AlwaysAllow)',
    pods: [0, 1, 2].map((ordinal) => ({ ordinal, pod: `web-${ordinal}`, fqdn: `web-${ordinal}.web.prod.svc.cluster.local`, claims: [`data-web-${ordinal}`] })),
    start: '0, then 1, then 2, each when the one before is ready',
    update: '2, then 1, then 0, each when the one before is ready',
    scaleDown: '2, then 1, then 0, each when the one before is gone',
  });
});

test('an omitted namespace is the default one, and the cluster domain is the one that was given', () => {
  expect(table(({ set }) => { delete set.metadata.namespace; }, 'k8s.example').pods[0].fqdn).toBe('web-0.web.default.svc.k8s.example');
});

test('ordinals count from the start, and a partition from there', () => {
  const { pods, update, updateStrategy } = table(({ set }) => {
    set.spec.ordinals = { start: 5 };
    set.spec.updateStrategy.rollingUpdate = { partition: 1 };
  });
  expect([pods.map(({ pod }) => pod), update, updateStrategy]).toEqual([
    ['web-5', 'web-6', 'web-7'], '7, then 6, each when the one before is ready', 'RollingUpdate from ordinal 6',
  ]);
});

test('a parallel set starts and stops all at once, and still updates in order', () => {
  expect(table(({ set }) => { set.spec.podManagementPolicy = 'Parallel'; })).toMatchObject({
    start: '0 1 2, all at once', update: '2, then 1, then 0, each when the one before is ready', scaleDown: '2 1 0, all surplus ones at once',
  });
});

test('pods that are updated by hand, no pods and one pod are said as such', () => {
  expect(table(({ set }) => { set.spec.updateStrategy = { type: 'OnDelete' }; })).toMatchObject({ updateStrategy: 'OnDelete', update: 'when a pod is deleted' });
  expect(table(({ set }) => { set.spec.replicas = 0; })).toMatchObject({ pods: [], start: 'none', update: 'none', scaleDown: 'none' });
  expect(table(({ set }) => { set.spec.replicas = 1; })).toMatchObject({ start: '0', scaleDown: '0' });
  expect(table(({ set }) => { set.spec.replicas = 12; }).start).toBe('0, then 1, then 2, then …, then 11, each when the one before is ready');
});

test.each([
  [{ minAvailable: 2 }, 'minAvailable 2 of 3: a drain may take 1'],
  [{ minAvailable: '50%' }, 'minAvailable 50% of 3: a drain may take 1'],
  [{ maxUnavailable: '34%' }, 'maxUnavailable 34% of 3: a drain may take 2'],
  [{ minAvailable: 9 }, 'minAvailable 9 of 3: a drain may take 0'],
  [{ minAvailable: 'x' }, 'minAvailable x of 3: a drain may take ?'],
])('the budget %j is told in pods', (spec, text) => {
  expect(table(({ budget }) => { budget.spec = { selector: budget.spec.selector, ...spec }; }).budget).toBe(text);
});

test('a quorum is told its majority, a missing budget that there is none', () => {
  expect(table(({ set }) => { set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' }; }).budget)
    .toBe('maxUnavailable 1 of 3: a drain may take 1, a majority is 2 (AlwaysAllow)');
  expect(table(({ objects }) => { objects.pop(); }).budget).toBe('none');
});

test('a pod without a claim has a dash, and columns stand below each other', () => {
  const lines = tableText([table(({ set }) => { delete set.spec.volumeClaimTemplates; })]).split('\n');
  expect(lines[0]).toBe('StatefulSet prod/web');
  expect(lines.slice(8, 10)).toEqual(['  #  pod    fqdn                              claims', '  0  web-0  web-0.web.prod.svc.cluster.local  -']);
});

test('selectors are sorted, expressions behind labels', () => {
  expect(table(({ set }) => {
    set.spec.selector = { matchLabels: { tier: 'x', app: 'web' }, matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }, { key: 'old', operator: 'DoesNotExist' }] };
  }).selector).toBe('app=web, tier=x, zone In a|b, old DoesNotExist');
});
