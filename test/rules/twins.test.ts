import * as fc from 'fast-check';
import { sound } from './harness';
import { RULES } from '../../src/rules';
import { ObjectSet } from '../../src/rules/object-set';
import { judge, judgeTogether, silence } from '../../src/rules/run';
import { allTwins, closedFamily } from '../../src/rules/twins';

const target = { minor: 28, clusterDomain: 'cluster.local' };

type Change = (s: ReturnType<typeof sound>, name: string) => void;

/** The sound set under another name: Service, set and budget select by the label `app`. */
function group(name: string, change: Change = () => undefined): any[] {
  const s = sound();
  for (const object of s.objects) object.metadata.name = name;
  s.set.spec.serviceName = name;
  s.service.spec.selector = { app: name };
  s.budget.spec.selector = { matchLabels: { app: name } };
  s.set.spec.selector = { matchLabels: { app: name } };
  s.set.spec.template.metadata.labels = { app: name };
  s.pod.topologySpreadConstraints[0].labelSelector = { matchLabels: { app: name } };
  change(s, name);
  return s.objects;
}

const withClient: Change = ({ objects, service }, name) => objects.push({ ...service, metadata: { ...service.metadata, name: `${name}-client` } });

const CHANGES: readonly Change[] = [
  withClient,
  () => undefined,
  ({ container }) => { container.image = 'other:1'; },
  ({ container }, name) => { container.args = [`--peer=${name}-0.${name}.prod.svc.cluster.local`]; },
  ({ container }) => { container.args = ['--peer=web-0.web.prod.svc.cluster.local']; },
  ({ budget }) => { budget.spec.maxUnavailable = 0; },
  ({ service }) => { service.spec.selector = { tier: 'x' }; },
  ({ set }) => { set.spec.template.metadata.labels.app = 'web'; set.spec.selector.matchLabels.app = 'web'; },
  ({ claim, container }) => { claim.metadata.name = 'data-web'; container.volumeMounts[0].name = 'data-web'; },
  ({ budget }) => { budget.metadata.name = 'shared'; },
  ({ service, set }) => { service.metadata.name = 'shared'; set.spec.serviceName = 'shared'; },
  ({ pod }) => { pod.setHostnameAsFQDN = true; },
  ({ set }) => { set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' }; },
  ({ objects, service }, name) => objects.push({
    ...service, metadata: { ...service.metadata, name: `${name}-client` }, spec: { ...service.spec, clusterIP: undefined, type: 'NodePort', ports: [{ name: 'http', port: 80, nodePort: 30080 }] },
  }),
  ({ objects, service }, name) => objects.push({
    ...service, metadata: { ...service.metadata, name: `${name}-0-peer` }, spec: { ...service.spec, clusterIP: '10.0.0.7', selector: { 'statefulset.kubernetes.io/pod-name': `${name}-0` } },
  }),
];

const texts = (judged: any[]) => judged.map(({ finding }) => JSON.stringify(finding)).sort();

test('declarations judged as twins are judged as when all are judged together', () => {
  const names = ['web', 'a', 'data', 'web-client', 'x'.repeat(45), 'north', 'south', 'west-1', 'west-2', 'queue', 'queue-0'];
  const member = fc.record({ name: fc.constantFrom(...names), change: fc.nat(CHANGES.length - 1) });
  const template = fc.tuple(fc.nat(CHANGES.length - 1), fc.subarray(names, { minLength: 2, maxLength: 3 }))
    .map(([change, used]) => used.map((name) => ({ name, change })));
  let twins = 0;
  fc.assert(fc.property(fc.oneof(template, fc.array(member, { minLength: 1, maxLength: 6 })), (list) => {
    const groups = list.map(({ name, change }) => group(name, CHANGES[change]));
    const closed = closedFamily(groups[0], target);
    if (groups.length > 1 && closed && allTwins(closed, groups, target)) twins++;
    const known = silence();
    // Twice: what the first call has learned must not change what the second one says.
    for (let i = 0; i < 2; i++) {
      expect(texts(judge(groups.flat(), RULES, target, known, groups))).toEqual(texts(judgeTogether(new ObjectSet(groups.flat()), RULES, target)));
    }
  }), { numRuns: 300 });
  expect(twins).toBeGreaterThan(10);
});

test('a thousand declarations of one template cost the rules one set', () => {
  let calls = 0;
  const counting = [{ ...RULES[0], id: 'counting', all: undefined, set: () => { calls++; } }];
  const groups = Array.from({ length: 1000 }, (_, i) => group(`tenant-${i}`));
  expect(judge(groups.flat(), counting, target, silence(), groups)).toEqual([]);
  expect(calls).toBe(1);
});

test('a family is closed only if each of its selectors asks for the name of the set', () => {
  const closed = (change: Change) => closedFamily(group('web', change), target) !== undefined;
  expect(closed(() => undefined)).toBe(true);
  expect(closed(({ set }) => { set.spec.template.metadata.labels.tier = 'x'; set.spec.selector.matchLabels = { tier: 'x' }; })).toBe(false);
  expect(closed(({ set, service }) => { set.spec.template.metadata.labels.tier = 'x'; service.spec.selector = { tier: 'x' }; })).toBe(false);
  expect(closed(({ set, budget }) => { set.spec.template.metadata.labels.tier = 'x'; budget.spec.selector = { matchLabels: { tier: 'x' } }; })).toBe(false);
});

test.each([
  ['a set', [group('web'), group('web')]],
  ['a Service', ['web', 'web-client'].map((name) => group(name, withClient))],
  ['a claim', [group('a-web'), group('web', ({ claim, container }) => { claim.metadata.name = 'data-a'; container.volumeMounts[0].name = 'data-a'; })]],
])('two declarations that claim the name of %s are no twins', (_, groups) => {
  expect(allTwins(closedFamily(groups[0], target)!, groups, target)).toBe(false);
});

test('a Service that asks for a port of the nodes or an address is no template for others: each must have its own', () => {
  const closed = (spec: any) => closedFamily(group('web', ({ objects, service }) => objects.push({
    ...service, metadata: { ...service.metadata, name: 'web-client' }, spec: { ...service.spec, clusterIP: undefined, ...spec },
  })), target);
  expect(closed({ type: 'NodePort' })).toBeDefined();
  expect(closed({ type: 'NodePort', ports: [{ name: 'http', port: 80, nodePort: 30080 }] })).toBeUndefined();
  expect(closed({ clusterIP: '10.0.0.7' })).toBeUndefined();
});
