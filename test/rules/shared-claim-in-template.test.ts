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
