import { formatsOf } from '../../src/cluster-dns/deliver';
import { PLATFORMS, platformOf } from '../../src/cluster-dns/platforms';

test('the platforms are these', () => {
  expect(PLATFORMS.map(({ id, delivery }) => `${id}: ${delivery}`)).toEqual([
    'kubeadm: config-map', 'kind: config-map', 'minikube: config-map', 'talos: config-map', 'self-managed: config-map', 'node-local-dns: config-map',
    'eks: eks-add-on', 'rke2: helm-chart-config', 'helm: helm-values', 'kops: kops-cluster', 'kubespray: kubespray-variable', 'openshift: dns-operator',
    'aks: own-server-block', 'k3s: own-server-block', 'doks: own-server-block', 'gardener: own-server-block',
    'gke-kube-dns: no-corefile', 'gke-cloud-dns: no-setting', 'eks-auto: no-setting',
  ]);
});

test('each has a word of its own, a reason and a source', () => {
  expect(new Set(PLATFORMS.map(({ id }) => id)).size).toBe(PLATFORMS.length);
  expect(PLATFORMS.filter(({ because, source, title }) => because === '' || source === '' || title === '')).toEqual([]);
  expect(platformOf('gardener')?.port).toBe(8053);
  expect(platformOf('nowhere')).toBeUndefined();
});

test('every delivery but none has a format', () => {
  expect(PLATFORMS.filter(({ delivery }) => formatsOf(delivery).length === 0).map(({ id }) => id)).toEqual(['gke-cloud-dns', 'eks-auto']);
});
