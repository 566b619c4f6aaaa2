import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { db } from '../support';

const warned = (use: (it: ReturnType<typeof db>) => void) => {
  const it = db({ replicas: undefined, autoscale: { min: 3, max: 5 } });
  use(it);
  return it.workload.findings.filter((f) => f.severity === 'warning').map((f) => [f.ruleId, f.message]);
};
const plain = (name: string, kind = 'StatefulSet', metadata: object = {}) => ({ chart }: ReturnType<typeof db>) => new ApiObject(chart, 'hpa', {
  apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec: { minReplicas: 3, maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind, name } },
});
const missing = [['autoscaler-missing', '3 to 5 replicas are declared and no HorizontalPodAutoscaler of the chart targets the set: '
  + 'spec.replicas is left out, so the API server starts the set with 1 replica, and 1 it stays']];

test('a range that no autoscaler holds is warned about', () => {
  expect(warned(() => undefined)).toEqual(missing);
});

test('an autoscaler of another object, kind or namespace holds nothing', () => {
  expect(warned(plain('other'))).toEqual(missing);
  expect(warned(plain('db', 'Deployment'))).toEqual(missing);
  expect(warned(plain('db', 'StatefulSet', { namespace: 'stage' }))).toEqual(missing);
});

test('one of cdk8s-plus or a plain one does, wherever it comes from, and one elsewhere is acknowledged', () => {
  expect(warned(plain('db'))).toEqual([]);
  expect(warned(({ workload }) => workload.markHasAutoscaler())).toEqual([]);
  expect(warned(({ workload }) => workload.acknowledge('autoscaler-missing', 'KEDA scales it'))).toEqual([]);
  expect(warned(({ workload, container }) => {
    expect(container.resources).toEqual({});
    new kplus.HorizontalPodAutoscaler(workload, 'hpa', { target: workload, minReplicas: 3, maxReplicas: 5, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))] });
  }).filter(([id]) => id === 'autoscaler-missing')).toEqual([]);
});

test('a fixed number of replicas needs none', () => {
  expect(db().workload.findings.filter((f) => f.ruleId === 'autoscaler-missing')).toEqual([]);
});
