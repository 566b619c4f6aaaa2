import * as fc from 'fast-check';
import { sound } from './harness';
import { RULES } from '../../src/rules';
import { familiesOf } from '../../src/rules/families';
import { ObjectSet } from '../../src/rules/object-set';
import { judge, judgeTogether } from '../../src/rules/run';

const target = { minor: 27, clusterDomain: 'cluster.local' };

/** The peer Service of a pod. */
const peer = (name: string, ordinal: number) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `${name}-${ordinal}-peer`, namespace: 'prod' },
  spec: {
    ports: [{ name: 'http', port: 80, targetPort: 80 }],
    publishNotReadyAddresses: true,
    selector: { 'app': name, 'statefulset.kubernetes.io/pod-name': `${name}-${ordinal}` },
  },
});

/** The sound set under another name, with one field changed. */
interface Member {
  readonly name: string;
  readonly namespace: string;
  readonly change: number;
}

/** Changes of every kind: silent ones, findings of one set, and ties between sets. */
const CHANGES: ReadonlyArray<(s: ReturnType<typeof sound>, name: string) => void> = [
  () => undefined,
  ({ container }) => { container.image = 'other:1'; },
  ({ container }, name) => { container.image = `${name}:1`; },
  ({ container }, name) => { container.args = [`--join=${name}-0.${name}.prod.svc.cluster.local`, `--name=${name}-2`]; },
  ({ container }, name) => { container.args = [`--join=${name}-7.${name}`]; },
  ({ container }) => { container.args = ['--join=db-0.db.stage.svc.cluster.local']; },
  ({ container }) => { delete container.readinessProbe; },
  ({ budget }) => { budget.spec.maxUnavailable = 0; },
  ({ objects }) => { objects.pop(); },
  ({ objects }) => { objects.shift(); },
  ({ budget }) => { budget.spec.selector = {}; },
  ({ service }) => { service.spec.selector = { tier: 'x' }; },
  ({ set }) => { set.spec.template.metadata.labels.app = 'db'; set.spec.selector.matchLabels.app = 'db'; },
  ({ set }) => { set.spec.selector = { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'db'] }] }; },
  ({ set }) => { set.metadata.name = 'a'.repeat(53); },
  ({ set }) => { set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' }; },
  ({ set }, name) => { set.metadata.annotations = { 'cdk8s-stateful.dev/ignore': 'readiness-probe-present: no', [name]: name }; },
  ({ claim, container }, name) => { claim.metadata.name = `data-${name}`; container.volumeMounts[0].name = `data-${name}`; },
  ({ objects, service }) => { objects.push({ ...service, metadata: { ...service.metadata, name: `${service.metadata.name}-client` } }); },
  ({ objects }) => { objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'other', namespace: 'prod' }, spec: { selector: { x: 'y' } } }); },
  ({ objects, service }) => {
    objects.push({ ...service, metadata: { ...service.metadata, name: `${service.metadata.name}-np` }, spec: { ...service.spec, clusterIP: '10.0.0.7', type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] } });
  },
  ({ objects }) => { objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'prod', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }); },
  ({ objects }) => { objects.push({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x', namespace: 'prod', labels: { app: 'web' } } }); },
  ({ objects, set }) => {
    objects.push({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'hpa', namespace: 'prod' },
      spec: { minReplicas: 1, maxReplicas: 9, scaleTargetRef: { kind: 'StatefulSet', name: set.metadata.name } },
    });
  },
  ({ objects }, name) => {
    for (const ordinal of [0, 7]) {
      const selector = { 'app': name, 'statefulset.kubernetes.io/pod-name': `${name}-${ordinal}` };
      objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: `${name}-${ordinal}`, namespace: 'prod' }, spec: { selector, ports: [{ port: 80 }] } });
    }
  },
  ({ objects }) => {
    objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'one', namespace: 'prod' }, spec: { selector: { 'statefulset.kubernetes.io/pod-name': 'db-0' } } });
  },
  ({ objects }, name) => {
    const selector = { 'app': name, 'apps.kubernetes.io/pod-index': '0' };
    objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'index', namespace: 'prod' }, spec: { selector, ports: [{ port: 80 }] } });
  },
  ({ objects, container }, name) => {
    container.args = [`--peers=${[0, 1, 2].map((o) => `${name}-${o}-peer.prod.svc.cluster.local:80`).join()}`, '--self=$(POD_NAME)-peer:80'];
    for (const ordinal of [0, 1, 2]) objects.push(peer(name, ordinal));
  },
  ({ objects, container }, name) => {
    container.args = [`--peers=${name}-0-peer:80,${name}-1-peer:80`];
    objects.push(peer(name, 0));
  },
  ({ objects }, name) => { objects.push({ ...peer(name, 1), metadata: { name: 'web-0-peer', namespace: 'prod' } }); },
  ({ service, set }) => { service.metadata.name = set.spec.serviceName = 'web-0-peer'; },
  ({ objects }) => { objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'db-1-peer', namespace: 'prod' }, spec: { selector: { x: 'y' } } }); },
  ({ objects }, name) => { objects.push({ ...peer(name, 0), spec: { ...peer(name, 0).spec, selector: { app: name } } }); },
  ({ objects }, name) => { objects.push({ ...peer(name, 0), spec: { ports: [{ port: 80 }], selector: { 'app': 'x', 'statefulset.kubernetes.io/pod-name': `${name}-0` } } }); },
  ({ pod }) => { pod.setHostnameAsFQDN = true; },
  ({ set }) => { set.spec.serviceName = 'web'; },
  ({ objects }) => { objects.push(coreDns('cache 30 {\n denial 0\n }')); },
  ({ objects }, name) => { objects.push(coreDns(`cache 30 {\n disable denial ${name}.prod.svc.cluster.local\n }`), { ...coreDns('cache 0'), metadata: { name, namespace: 'prod' } }); },
  ({ objects }, name) => { objects.push(policy(name, name)); },
  ({ objects }, name) => { objects.push(policy(name, name), policy(name, name)); },
  ({ objects }, name) => { objects.push(policy(`Bad_${name}`, name)); },
  ({ container }) => { container.args = ['--join=db-0.db.prod.svc.cluster.local', '--other=tenant-a-7.tenant-a.prod.svc']; },
  ({ container }, name) => { container.args = [`--join=old-0.${name}.prod.svc.cluster.local`]; },
  ({ container, objects }, name) => {
    container.envFrom = [{ configMapRef: { name: `${name}-settings` } }];
    container.env = [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'shared', key: 'b' } } }];
    objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-settings`, namespace: 'stage' } });
    objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shared', namespace: 'prod' }, data: { [name]: 'x' } });
  },
  ({ objects }, name) => { objects.push({ apiVersion: 'apps/v1', kind: 'Statefulset', metadata: { name, namespace: 'prod' }, spec: { serviceName: name } }); },
  ({ objects }, name) => { objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: `${name}-out`, namespace: 'prod' }, spec: { type: 'ExternalName' } }); },
];

function coreDns(cache: string): any {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'coredns', namespace: 'kube-system' }, data: { Corefile: `. {\n kubernetes cluster.local\n ${cache}\n}\n` } };
}

function policy(name: string, app: string): any {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'prod' }, spec: { podSelector: { matchLabels: { app } } } };
}

function build(members: readonly Member[]): any[] {
  return members.flatMap(({ name, namespace, change }) => {
    const s = sound();
    for (const object of s.objects) Object.assign(object.metadata, { name, namespace });
    s.set.spec.serviceName = name;
    const labels = { app: name };
    s.service.spec.selector = { ...labels };
    s.budget.spec.selector = { matchLabels: { ...labels } };
    s.set.spec.selector = { matchLabels: { ...labels } };
    s.set.spec.template.metadata.labels = { ...labels };
    s.pod.topologySpreadConstraints[0].labelSelector = { matchLabels: { ...labels } };
    CHANGES[change](s, name);
    return s.objects;
  });
}

const members = (change: fc.Arbitrary<number>) => fc.array(fc.record({
  name: fc.constantFrom('web', 'db', 'tenant-a', 'tenant-b', 'e', 'x'.repeat(45), 'web-0', 'data'),
  namespace: fc.constantFrom('prod', 'prod', 'stage'),
  change,
}), { minLength: 1, maxLength: 6 });

const text = (judged: any[]) => judged.map(({ finding }) => JSON.stringify(finding)).sort();

test('judging by families finds exactly what judging everything together finds', () => {
  let apart = 0;
  fc.assert(fc.property(members(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1, 3) }, fc.nat(CHANGES.length - 1))), (list) => {
    const objects = build(list);
    const all = new ObjectSet(objects);
    if (familiesOf(all)) apart++;
    expect(text(judge(objects, RULES, target))).toEqual(text(judgeTogether(all, RULES, target)));
  }), { numRuns: 300 });
  expect(apart).toBeGreaterThan(50);
});

test('every single change is judged alike, alone and beside sound sets', () => {
  CHANGES.forEach((_, change) => {
    const objects = build([{ name: 'tenant-a', namespace: 'prod', change: 0 }, { name: 'tenant-b', namespace: 'prod', change }, { name: 'tenant-c', namespace: 'prod', change }]);
    expect(text(judge(objects, RULES, target))).toEqual(text(judgeTogether(new ObjectSet(objects), RULES, target)));
  });
});

test('many sets of which no two are alike are judged as everything together is, in the same order', () => {
  // Own changes only: a tie between two sets would leave no families.
  const own = [0, 1, 4, 6, 7];
  const objects = build(Array.from({ length: 60 }, (_, i) => ({ name: `tenant-${i}x`, namespace: 'prod', change: own[i % own.length] })));
  objects.filter(({ kind }) => kind === 'StatefulSet').forEach((set, i) => { set.spec.template.spec.containers[0].image = `other-${i}:1`; });
  expect(familiesOf(new ObjectSet(objects))).toHaveLength(60);
  const found = judge(objects, RULES, target).map(({ finding }) => finding);
  expect(found).toEqual(judgeTogether(new ObjectSet(objects), RULES, target).map(({ finding }) => finding));
  expect(found.length).toBeGreaterThan(30);
});

test.each([2, 20])('what all of %i sets refer to is judged once', (count) => {
  const objects = build(Array.from({ length: count }, (_, i) => ({ name: `tenant-${i}x`, namespace: 'prod', change: 0 })));
  objects.filter(({ kind }) => kind === 'StatefulSet').forEach(({ spec }, i) => {
    spec.template.spec.containers[0].image = `other-${i}:1`;
    spec.template.spec.volumes = [{ name: 'shared', configMap: { name: 'Shared' } }];
  });
  objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'Shared', namespace: 'prod' }, data: {} });
  expect(familiesOf(new ObjectSet(objects))).toHaveLength(count);
  const found = judge(objects, RULES, target);
  expect(found.map(({ finding }) => [finding.ruleId, finding.name])).toEqual([['object-name-valid', 'Shared']]);
  expect(text(found)).toEqual(text(judgeTogether(new ObjectSet(objects), RULES, target)));
});

test('sets that differ by name alone are judged once', () => {
  let calls = 0;
  const counting = [{ ...RULES[0], id: 'counting', all: undefined, set: () => { calls++; } }];
  judge(build(['tenant-a', 'tenant-b', 'tenant-c'].map((name) => ({ name, namespace: 'prod', change: 0 }))), counting, target);
  expect(calls).toBe(1);
});

test('a thousand sets with peer Services are judged once, whatever their names are', () => {
  const calls = { set: 0, all: 0 };
  const counting = [{ ...RULES[0], id: 'counting', all: () => { calls.all++; }, set: () => { calls.set++; } }];
  const withPeers = CHANGES.findIndex((change) => String(change).includes('--self='));
  const objects = build(Array.from({ length: 1000 }, (_, i) => ({ name: `tenant-${'abcdefghij'[i % 10]}${i}x`, namespace: 'prod', change: withPeers })));
  expect(objects).toHaveLength(6000);
  expect(judge(objects, counting, target)).toEqual([]);
  expect(calls).toEqual({ set: 1, all: 1 });
});

test('a peer Service that leads into another family ties the two together', () => {
  const objects = (name: string) => [...build(['web', 'db'].map((of) => ({ name: of, namespace: 'prod', change: 0 }))), { ...peer('db', 1), metadata: { name, namespace: 'prod' } }];
  expect(familiesOf(new ObjectSet(objects('db-1-peer')))).toHaveLength(2);
  expect(familiesOf(new ObjectSet(objects('web-1-peer')))).toBeUndefined();
  expect(judge(objects('db-1-peer'), RULES, target)).toEqual([]);
  expect(judge(objects('web-1-peer'), RULES, target).map(({ finding }) => finding.ruleId)).toEqual(['peer-service-selector']);
});

test('a set whose image has its name is judged by itself: rules know images by name', () => {
  let calls = 0;
  const counting = [{ ...RULES[0], id: 'counting', all: undefined, set: () => { calls++; } }];
  judge(build(['tenant-a', 'tenant-b'].map((name) => ({ name, namespace: 'prod', change: 2 }))), counting, target);
  expect(calls).toBe(2);
});

test('cluster DNS beside families is judged once, and the sets are still judged by families', () => {
  const objects = [...build(['tenant-a', 'tenant-b'].map((name) => ({ name, namespace: 'prod', change: 0 }))), coreDns('cache 30 {\n denial 0\n }')];
  let calls = 0;
  const counting = { ...RULES[0], id: 'counting', all: undefined, set: () => { calls++; } };
  expect(familiesOf(new ObjectSet(objects))).toHaveLength(2);
  expect(judge(objects, [...RULES, counting], target).map(({ finding }) => finding.ruleId)).toEqual(['corefile-denial-zero']);
  expect(calls).toBe(1);
});
