import { readFileSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { ClusterDnsChart, CoreDnsNegativeCacheChart } from '../../examples/coredns-negative-cache/main';
import { negativeSeconds } from '../../src/corefile/caching';
import { kubeadm } from '../corefile/corefiles';

const file = (name: string) => readFileSync(join(__dirname, '../../examples/coredns-negative-cache', name), 'utf8');
const { identity } = new CoreDnsNegativeCacheChart(Testing.app(), 'coredns-negative-cache').workload;
const before = file('corefile.before');
const configMap = parse(file('manifests/cluster-dns.k8s.yaml'));
const after: string = configMap.data.Corefile;

test('before is the Corefile of kubeadm up to 1.31, which keeps a denial for thirty seconds', () => {
  expect(before).toBe(kubeadm('cache 30'));
  expect(negativeSeconds(before, identity.pod(1).fqdn)).toMatchObject({ seconds: 30, exact: true });
});

test('after is before with the names of this Service cached no more, and nothing else changed', () => {
  expect(after).toBe(kubeadm([
    'cache 30 {', '       disable success etcd.default.svc.cluster.local', '       disable denial etcd.default.svc.cluster.local', '    }',
  ].join('\n')));
});

test('after keeps no denial of this Service, and those of others as before', () => {
  expect(negativeSeconds(after, identity.pod(1).fqdn)).toMatchObject({ seconds: 0, exact: true });
  expect(negativeSeconds(after, 'other-1.other.default.svc.cluster.local')).toMatchObject({ seconds: 30, exact: true });
});

test('the change is one object of kube-system, apart from the workload', () => {
  const { kind, metadata, data } = configMap;
  expect([kind, metadata.namespace, metadata.name, Object.keys(data)]).toEqual(['ConfigMap', 'kube-system', 'coredns', ['Corefile']]);
});

test('the patch says what it costs, the upgrade of kubeadm among it', () => {
  const app = Testing.app();
  new CoreDnsNegativeCacheChart(app, 'coredns-negative-cache');
  const { patch } = new ClusterDnsChart(app, 'cluster-dns');
  expect(patch.corefile).toBe(after);
  expect(patch.today[0]).toContain('stays invisible for up to 30 s');
  expect(patch.afterwards[0]).toContain('is found as soon as CoreDNS learns of it');
  expect(patch.costs.some((cost) => cost.includes('CoreDNSUnsupportedPlugins'))).toBe(true);
});
