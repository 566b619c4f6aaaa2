import { SoundSet, afterChange, findings, sound } from './harness';
import { sharedClaimInTemplate } from '../../src/rules/shared-claim-in-template';

const shared = (more: any = {}, change: (s: SoundSet) => void = () => undefined) => afterChange(sharedClaimInTemplate, (s) => {
  s.pod.volumes = [{ name: 'share', persistentVolumeClaim: { claimName: 'one', ...more } }];
  s.container.volumeMounts.push({ name: 'share', mountPath: '/share' });
  change(s);
});
const inRendering = (accessModes: string[]) => ({ objects }: SoundSet) => {
  objects.push({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'one', namespace: 'prod' }, spec: { accessModes } });
};

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(sharedClaimInTemplate, sound().objects, minor))).toEqual([]);
});

test('fails one claim for three members', () => {
  expect(shared()).toMatchObject([{ severity: 'error', path: 'spec.template.spec.volumes[0].persistentVolumeClaim' }]);
  expect(shared({}, inRendering(['ReadWriteOnce']))).toMatchObject([{ severity: 'error' }]);
});

test('fails it with a warning where it is only read, or ReadWriteMany', () => {
  expect(shared({ readOnly: true })).toMatchObject([{ severity: 'warning' }]);
  expect(shared({}, ({ container }) => { container.volumeMounts[1].readOnly = true; })).toMatchObject([{ severity: 'warning' }]);
  expect(shared({}, inRendering(['ReadWriteMany']))).toMatchObject([{ severity: 'warning' }]);
});

test('a claim for many nodes that is only read, a single member, and a volume that a claim template replaces are accepted', () => {
  expect(shared({ readOnly: true }, inRendering(['ReadOnlyMany']))).toEqual([]);
  expect(shared({}, ({ set }) => { set.spec.replicas = 1; })).toEqual([]);
  expect(shared({}, ({ pod }) => { pod.volumes[0].name = 'data'; })).toEqual([]);
});

test('fails a single member that an autoscaler multiplies', () => {
  expect(shared({}, ({ set, objects }) => {
    delete set.spec.replicas;
    objects.push({ kind: 'HorizontalPodAutoscaler', metadata: { name: 'web', namespace: 'prod' }, spec: { maxReplicas: 4, scaleTargetRef: { kind: 'StatefulSet', name: 'web' } } });
  })).toMatchObject([{ severity: 'error', message: expect.stringContaining('all 4 members mount') }]);
});

const beside = (term: any) => ({ pod }: SoundSet) => {
  pod.affinity = { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } }, ...term }] } };
};
const ONE_DIRECTORY = { severity: 'warning', message: 'all 3 members mount the one claim "one"; they write to one directory' };
const OTHER_NODES = { severity: 'error', message: expect.stringContaining('members on other nodes never start') };

test.each<[string, (s: SoundSet) => void]>([
  ['a required affinity to their own', beside({})],
  ['one with their namespace', beside({ namespaces: ['x', 'prod'] })],
  ['the name of a node', ({ pod }) => { pod.nodeName = 'a'; }],
  ['the label of a node', ({ pod }) => { pod.nodeSelector = { 'kubernetes.io/hostname': 'a' }; }],
])('members that %s keeps on one node all start, and write to one directory', (_, change) => {
  expect(shared({}, change)).toMatchObject([ONE_DIRECTORY]);
  expect(shared({ readOnly: true }, change)).toEqual([]);
});

test.each([
  { topologyKey: 'topology.kubernetes.io/zone' }, { labelSelector: { matchLabels: { app: 'other' } } }, { labelSelector: null },
  { namespaces: ['x'] }, { namespaceSelector: { matchLabels: { a: 'b' } } }, { mismatchLabelKeys: ['app'] },
])('fails members that an affinity with %j does not keep on one node', (term) => {
  expect(shared({}, beside(term))).toMatchObject([OTHER_NODES]);
});

test('fails members that are only preferred to be on one node', () => {
  expect(shared({}, ({ pod }) => {
    const podAffinityTerm = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } } };
    pod.affinity = { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }] } };
  })).toMatchObject([OTHER_NODES]);
});

test('fails a claim for one pod on one node too', () => {
  expect(shared({}, (s) => {
    beside({})(s);
    inRendering(['ReadWriteOncePod'])(s);
  })).toMatchObject([{ severity: 'error', message: 'all 3 members mount the one claim "one"; it is ReadWriteOncePod, so one of them starts and the others never do' }]);
});
