import { afterChange, findings, sound } from './harness';
import { replicasExplicit } from '../../src/rules/replicas-explicit';

test('written replicas pass, also zero', () => {
  expect(findings(replicasExplicit, sound().objects)).toEqual([]);
  expect(afterChange(replicasExplicit, ({ set }) => { set.spec.replicas = 0; })).toEqual([]);
});

test('fails with an info when replicas are not written', () => {
  const [finding, ...others] = afterChange(replicasExplicit, ({ set }) => { delete set.spec.replicas; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'replicas-explicit', severity: 'info', path: 'spec.replicas', acknowledgeable: true });
  expect(finding.message).toContain('spec.replicas is not written; a first apply starts 1 pod');
});

const autoscaled = (name: string, namespace?: string) => afterChange(replicasExplicit, ({ set, objects }) => {
  delete set.spec.replicas;
  objects.push({ kind: 'HorizontalPodAutoscaler', metadata: { name: 'x', namespace }, spec: { scaleTargetRef: { kind: 'StatefulSet', name } } });
});

test('a set whose replicas an autoscaler owns passes', () => {
  expect(autoscaled('web', 'prod')).toEqual([]);
});

test('fails when the autoscaler is of another set or namespace', () => {
  expect(autoscaled('other', 'prod')).toHaveLength(1);
  expect(autoscaled('web')).toHaveLength(1);
});
