import { readFileSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdk8s';
import { CoreDnsNegativeCacheChart } from '../../examples/coredns-negative-cache/main';
import { negativeSeconds } from '../../src/corefile/caching';
import { patchCache } from '../../src/corefile/edit';
import { kubeadm } from '../corefile/corefiles';

const file = (name: string) => readFileSync(join(__dirname, '../../examples/coredns-negative-cache', name), 'utf8');
const { identity } = new CoreDnsNegativeCacheChart(Testing.app(), 'coredns-negative-cache').workload;

test('before is the Corefile of kubeadm up to 1.31, which keeps a denial for thirty seconds', () => {
  expect(file('corefile.before')).toBe(kubeadm('cache 30'));
  expect(negativeSeconds(file('corefile.before'), identity.pod(1).fqdn)).toMatchObject({ seconds: 30, exact: true });
});

test('after is before with the names of this Service cached no more, and nothing else changed', () => {
  const result = patchCache(file('corefile.before'), { zones: [identity.serviceFqdn], disable: ['success', 'denial'] });
  expect(result).toMatchObject({ text: file('corefile.after'), changed: true });
  expect(file('corefile.after')).toBe(kubeadm([
    'cache 30 {', '       disable success etcd.default.svc.cluster.local', '       disable denial etcd.default.svc.cluster.local', '    }',
  ].join('\n')));
});

test('after keeps no denial of this Service, and those of others as before', () => {
  expect(negativeSeconds(file('corefile.after'), identity.pod(1).fqdn)).toMatchObject({ seconds: 0, exact: true });
  expect(negativeSeconds(file('corefile.after'), 'other-1.other.default.svc.cluster.local')).toMatchObject({ seconds: 30, exact: true });
});
