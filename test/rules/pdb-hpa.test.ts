import { afterChange, findings, sound } from './harness';
import { pdbHpa } from '../../src/rules/pdb-hpa';

test('the sound set passes', () => {
  expect(findings(pdbHpa, sound().objects)).toEqual([]);
});

const autoscaler = (minReplicas: any) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'scale', namespace: 'prod' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' }, minReplicas, maxReplicas: 9 },
});

const scaled = (given: any, minReplicas: any, change: (set: any) => void = () => {}) => afterChange(pdbHpa, ({ set, budget, objects }) => {
  budget.spec = { selector: budget.spec.selector, ...given };
  objects.push(autoscaler(minReplicas));
  change(set);
});

test('fails minAvailable at the minimum of the autoscaler', () => {
  const [finding, ...others] = scaled({ minAvailable: 3 }, 3);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', kind: 'PodDisruptionBudget', path: 'spec.minAvailable', acknowledgeable: true });
  expect(finding.message).toBe('minAvailable is 3 and HorizontalPodAutoscaler "scale" goes down to 3 pods: at that scale no pod can be evicted and node drains hang');
});

test('fails it although more replicas are written, as the autoscaler goes below them', () => {
  expect(scaled({ minAvailable: 2 }, 2, (set) => { set.spec.replicas = 5; })).toHaveLength(1);
  expect(scaled({ minAvailable: 1 }, undefined)).toHaveLength(1);
});

test('minAvailable below the minimum and maxUnavailable pass', () => {
  expect(scaled({ minAvailable: 2 }, 3)).toEqual([]);
  expect(scaled({ maxUnavailable: 1 }, 3)).toEqual([]);
});

test('a set without an autoscaler is left to the rule on budgets that allow nothing', () => {
  expect(afterChange(pdbHpa, ({ budget }) => { budget.spec = { selector: budget.spec.selector, minAvailable: 3 }; })).toEqual([]);
});
