import { Chart, Testing } from 'cdk8s';
import { ClusterContext } from '../../src';
import { settings } from '../../src/private/settings';

function scope(context: Record<string, unknown> = {}): Chart {
  const chart = new Chart(Testing.app(), 'test');
  Object.entries(context).forEach(([key, value]) => chart.node.setContext(key, value));
  return chart;
}

test('the target is Kubernetes 1.28 and cluster.local where nothing is said', () => {
  expect(settings(scope(), undefined, undefined)).toEqual({ target: { minor: 28, clusterDomain: 'cluster.local' }, problems: [] });
});

test.each([['1.27', 27], ['v1.31', 31], ['1.28.15', 28], ['1.33.1-gke.100', 33], ['v1.30.2+k3s1', 30]])('the version %s is 1.%d', (version, minor) => {
  expect(settings(scope(), version, undefined)).toMatchObject({ target: { minor }, problems: [] });
});

test.each(['1.26', '2.0', 'latest', '', '1', '1.28.x', 'v1.1000'])('fails the version %j, and judges for 1.28', (version) => {
  const { target, problems } = settings(scope(), version, undefined);
  expect(target.minor).toBe(28);
  expect(problems).toMatchObject([{ field: 'kubernetesVersion', given: JSON.stringify(version) }]);
});

test('dots at the ends of a cluster domain are no part of it', () => {
  expect(settings(scope(), undefined, '.k8s.example.org.').target.clusterDomain).toBe('k8s.example.org');
});

test.each(['', 'Cluster.Local', 'a..b', 'a_b', '-a'])('fails the cluster domain %j', (domain) => {
  expect(settings(scope(), undefined, domain).problems).toMatchObject([{ field: 'clusterDomain', given: JSON.stringify(domain) }]);
});

test('what is said in the props goes before the context', () => {
  const context = scope({ [ClusterContext.KUBERNETES_VERSION]: '1.33', [ClusterContext.CLUSTER_DOMAIN]: 'k8s.example.org' });
  expect(settings(context, undefined, undefined).target).toEqual({ minor: 33, clusterDomain: 'k8s.example.org' });
  expect(settings(context, '1.30', 'other.example').target).toEqual({ minor: 30, clusterDomain: 'other.example' });
});

test('equal wishes give one object, so that members can be grouped by it', () => {
  expect(settings(scope(), '1.30', undefined).target).toBe(settings(scope(), '1.30', undefined).target);
  expect(settings(scope(), '1.30', undefined).target).not.toBe(settings(scope(), '1.31', undefined).target);
});
