import { App, Chart, Testing } from 'cdk8s';
import { db, pod, refusal, ruleIds } from './support';
import { ClusterContext } from '../src';

function inContext(context: Record<string, unknown>) {
  const app = Testing.app();
  for (const [key, value] of Object.entries(context)) app.node.setContext(key, value);
  return new Chart(app as App, 'test', { namespace: 'prod' });
}

test('an app says its version and cluster domain once for all workloads', () => {
  const scope = inContext({ [ClusterContext.KUBERNETES_VERSION]: 'v1.27.3', [ClusterContext.CLUSTER_DOMAIN]: 'k8s.example.org.' });
  const { workload } = db({}, scope);
  expect(workload.fqdn(0)).toBe('db-0.db.prod.svc.k8s.example.org');
  expect(pod(scope).containers[0].env.map((e: any) => e.name)).toEqual(['POD_NAME']);
});

test('a workload\'s own props win', () => {
  const scope = inContext({ [ClusterContext.CLUSTER_DOMAIN]: 'k8s.example.org' });
  expect(db({ clusterDomain: 'other.example.org' }, scope).workload.identity.serviceFqdn).toBe('db.prod.svc.other.example.org');
});

test('the version decides what the API server rejects', () => {
  const digit = (kubernetesVersion: string) => ruleIds(db({ kubernetesVersion }, undefined, '0db').workload);
  expect([digit('1.28'), digit('1.36')]).toEqual([['service-name-dns1035'], []]);
});

test('fails a version and a domain that are none', () => {
  const message = refusal(db({ kubernetesVersion: '28', clusterDomain: 'a b' }).chart);
  expect(message).toContain('target: StatefulSet prod/db kubernetesVersion: "28" is not valid');
  expect(message).toContain('target: StatefulSet prod/db clusterDomain: "a b" is not valid');
});
