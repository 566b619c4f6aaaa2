import { afterChange, findings, sound } from './harness';
import { pvcPreexisting } from '../../src/rules/pvc-preexisting';

const claimOf = (name: string, spec: any = {}, namespace?: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, ...(namespace && { namespace }) },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1024Mi' } }, ...spec },
});

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(pvcPreexisting, sound().objects, minor))).toEqual([]);
});

test('fails a claim of a member that differs from the template, and names the fields', () => {
  const [finding, ...others] = afterChange(pvcPreexisting, ({ objects }) => {
    objects.push(claimOf('data-web-1', { storageClassName: 'slow', resources: { requests: { storage: '9Gi' } } }, 'prod'));
  });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: 'PersistentVolumeClaim', name: 'data-web-1', severity: 'warning', path: 'spec.resources.requests.storage' });
  expect(finding.message).toContain('storage, storageClassName of claim template "data"');
});

test('a claim that agrees, written differently, is accepted', () => {
  expect(afterChange(pvcPreexisting, ({ objects }) => { objects.push(claimOf('data-web-1', {}, 'prod')); })).toEqual([]);
});

test('a claim of another namespace, of an ordinal that is no number or below the first is accepted', () => {
  expect(afterChange(pvcPreexisting, ({ set, objects }) => {
    set.spec.ordinals = { start: 5 };
    const spec = { accessModes: ['ReadWriteMany'] };
    objects.push(claimOf('data-web-7', spec), claimOf('data-web-07', spec, 'prod'), claimOf('data-web-x', spec, 'prod'), claimOf('data-web-4', spec, 'prod'));
  })).toEqual([]);
});

test('fails the claim of a member that a scale-up would add', () => {
  expect(afterChange(pvcPreexisting, ({ objects }) => { objects.push(claimOf('data-web-12', { volumeMode: 'Block' }, 'prod')); })).toMatchObject([{ path: 'spec.volumeMode' }]);
});

test('the set can acknowledge it, and junk throws nothing', () => {
  expect(afterChange(pvcPreexisting, ({ set, objects }) => {
    set.metadata.annotations = { 'cdk8s-stateful.dev/ignore': 'pvc-preexisting: restored from a snapshot' };
    objects.push(claimOf('data-web-0', { accessModes: 7 }, 'prod'), { kind: 'PersistentVolumeClaim', metadata: null }, { kind: 'PersistentVolumeClaim' });
  })).toEqual([]);
});
