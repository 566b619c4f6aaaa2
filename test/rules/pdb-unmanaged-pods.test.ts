import { afterChange, findings, sound } from './harness';
import { pdbUnmanagedPods } from '../../src/rules/pdb-unmanaged-pods';

test('the sound set passes', () => {
  expect(findings(pdbUnmanagedPods, sound().objects)).toEqual([]);
});

const pod = (metadata: any = {}) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'debug', namespace: 'prod', labels: { app: 'web' }, ...metadata } });

test('fails a bare pod under maxUnavailable', () => {
  const [finding, ...others] = afterChange(pdbUnmanagedPods, ({ objects }) => { objects.push(pod()); });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', kind: 'PodDisruptionBudget', path: 'spec.selector', acknowledgeable: true });
  expect(finding.message).toContain('matches Pod "debug", which no controller owns');
});

test('fails a bare pod under a percentage and passes one under an integer minAvailable', () => {
  const min = (minAvailable: any) => afterChange(pdbUnmanagedPods, ({ objects, budget }) => {
    delete budget.spec.maxUnavailable;
    Object.assign(budget.spec, { minAvailable });
    objects.push(pod());
  });
  expect(min('50%')).toHaveLength(1);
  expect(min(2)).toEqual([]);
});

test('an owned pod, a pod with other labels and a pod of another namespace pass', () => {
  for (const metadata of [{ ownerReferences: [{ kind: 'StatefulSet', name: 'web' }] }, { labels: { app: 'api' } }, { labels: 'web' }, { namespace: 'staging' }]) {
    expect(afterChange(pdbUnmanagedPods, ({ objects }) => { objects.push(pod(metadata)); })).toEqual([]);
  }
});

test('a pod of helm test passes', () => {
  expect(afterChange(pdbUnmanagedPods, ({ objects }) => objects.push(
    { kind: 'Pod', metadata: { name: 'hook', namespace: 'prod', labels: { app: 'web' }, annotations: { 'helm.sh/hook': 'test' } } },
  ))).toEqual([]);
});
