import { SoundSet, afterChange, findings, sound } from './harness';
import { pvcWhenScaledDelete } from '../../src/rules/pvc-when-scaled-delete';

const scaled = (whenScaled: string, change: (s: SoundSet) => void = () => undefined) => afterChange(pvcWhenScaledDelete, (s) => {
  s.set.spec.persistentVolumeClaimRetentionPolicy = { whenScaled };
  change(s);
});
const autoscaler = (namespace: string) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web', namespace },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' }, maxReplicas: 5 },
});

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(pvcWhenScaledDelete, sound().objects, minor))).toEqual([]);
});

test('fails Delete with a warning', () => {
  expect(scaled('Delete')).toMatchObject([{ severity: 'warning', path: 'spec.persistentVolumeClaimRetentionPolicy.whenScaled' }]);
});

test('fails Delete with an error where an autoscaler scales the set', () => {
  expect(scaled('Delete', ({ objects }) => { objects.push(autoscaler('prod')); })).toMatchObject([{ severity: 'error' }]);
  expect(scaled('Delete', ({ objects }) => { objects.push(autoscaler('other')); })).toMatchObject([{ severity: 'warning' }]);
});

test('Retain and a set without claim templates are accepted', () => {
  expect(scaled('Retain')).toEqual([]);
  expect(scaled('Delete', ({ set }) => { delete set.spec.volumeClaimTemplates; })).toEqual([]);
});
