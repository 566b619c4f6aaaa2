import { SoundSet, afterChange, findings, sound } from './harness';
import { storageClassBindingMode } from '../../src/rules/storage-class-binding-mode';

const inClass = (volumeBindingMode: unknown, change: (s: SoundSet) => void = () => undefined) => afterChange(storageClassBindingMode, (s) => {
  s.claim.spec.storageClassName = 'fast';
  s.objects.push({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'x', volumeBindingMode });
  change(s);
});

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(storageClassBindingMode, sound().objects, minor))).toEqual([]);
});

test.each(['Immediate', undefined])('fails a class of the rendering with the binding mode %p when members are spread', (mode) => {
  expect(inClass(mode)).toMatchObject([{ severity: 'warning', kind: 'StatefulSet', path: 'spec.volumeClaimTemplates[0].spec.storageClassName' }]);
});

test('fails it with anti-affinity too', () => {
  expect(inClass('Immediate', ({ pod }) => { delete pod.topologySpreadConstraints; pod.affinity = { podAntiAffinity: {} }; })).toHaveLength(1);
});

test('a class that waits, one outside the rendering and members that are not spread are accepted', () => {
  expect(inClass('WaitForFirstConsumer')).toEqual([]);
  expect(inClass('Immediate', ({ claim }) => { claim.spec.storageClassName = 'other'; })).toEqual([]);
  expect(inClass('Immediate', ({ pod }) => { delete pod.topologySpreadConstraints; })).toEqual([]);
});
