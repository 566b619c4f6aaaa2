import { parse } from 'yaml';
import { ran } from './terminal';
import { yamlText } from '../../src/cluster-dns/yaml-text';
import { DEFAULTS, FIXED_CACHE, NODE_LOCAL } from '../cluster-dns/situations';
import { kubeadm } from '../corefile/corefiles';

const CM = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'coredns', namespace: 'kube-system' }, data: { 'Corefile': kubeadm('cache 30'), 'x.db': 'zone\n' } };
const files: Record<string, string> = {
  'Corefile': kubeadm('cache 30'),
  'fixed': kubeadm(FIXED_CACHE),
  'cm.yaml': yamlText(CM),
  'folder/coredns.yaml': yamlText(CM),
  '-': yamlText({ kind: 'List', items: [CM] }),
  'node': NODE_LOCAL,
  'env': kubeadm('cache {$TTL}'),
  'eks': DEFAULTS.eks!,
  'names': '# ours\nredis.prod\n\netcd.prod # too\n',
  'wrong-names': 'redis\n',
  'binary': '\x1f\ufffd\x08\x00\x1b[2J',
  'utf-16': '.\x00 \x00{\x00',
  'secret': 'apiVersion: v1\nkind: Secret\ndata: {}\n',
};
const known = '--platform kubeadm --coredns-version 1.11.1';
const EDITED = kubeadm('cache 30 {\n       disable success redis.prod.svc.cluster.local\n       disable denial redis.prod.svc.cluster.local\n    }');

test('the change goes to the standard output, and why and how to the standard error', async () => {
  const { status, out, err } = await ran(`corefile patch ${known} --for redis.prod cm.yaml`, files);
  expect([status, parse(out).data]).toEqual([0, { 'Corefile': EDITED, 'x.db': 'zone\n' }]);
  expect(err.split('\n').map((line) => line.split(':')[0])).toEqual(['today', 'today', 'way', 'way', 'afterwards', 'afterwards', 'cost', 'cost', 'cost', 'cost', 'live', 'apply', '']);
});

test('a List on the standard input is read', async () => {
  expect(parse((await ran(`corefile patch ${known} --for redis.prod -`, files)).out).data.Corefile).toBe(EDITED);
});

test.each<[string, (out: string) => string]>([
  ['configmap', (out) => parse(out).data.Corefile], ['json-patch', (out) => JSON.parse(out)[1].value], ['strategic-merge', (out) => parse(out).data.Corefile],
  ['kustomize', (out) => JSON.parse(parse(out).patches[0].patch)[1].value], ['corefile', (out) => out],
])('the format %s holds the edited text', async (format, text) => {
  const { status, out } = await ran(`corefile patch ${known} --for redis.prod --format ${format} Corefile`, files);
  expect([status, text(out)]).toEqual([0, EDITED]);
});

test('several Services, from flags and files, are merged', async () => {
  const { out } = await ran(`corefile patch ${known} --for kafka.shop --for redis.prod --for-file names --format corefile Corefile`, files);
  expect(out).toContain('disable denial etcd.prod.svc.cluster.local kafka.shop.svc.cluster.local redis.prod.svc.cluster.local\n');
});

test('scope, denial alone, an upgrade and the cluster domain are heard', async () => {
  const text = async (flags: string) => (await ran(`corefile patch ${known} --for redis.prod --format corefile ${flags} Corefile`, files)).out;
  expect(await text('--scope cluster')).toBe(files.fixed);
  expect(await text('--denial-only')).not.toContain('success');
  expect(await text('--about-to-upgrade')).toContain('denial 9984 1\n');
});

test('a platform in capitals and the name of an image are understood', async () => {
  expect((await ran('corefile patch --platform KubeAdm --coredns-version registry.k8s.io/coredns/coredns:v1.11.1 --for redis.prod --format corefile Corefile', files)).out).toBe(EDITED);
});

test('nothing to do writes nothing, except for the Corefile itself', async () => {
  const { status, out, err } = await ran(`corefile patch ${known} --for redis.prod fixed`, files);
  expect([status, out, err.includes('way: CoreDNS lets go of these names soon enough already: nothing to change in its Corefile\n')]).toEqual([0, '', true]);
  expect((await ran(`corefile patch ${known} --for redis.prod --format corefile fixed`, files)).out).toBe(files.fixed);
});

test('the second time there is nothing to do', async () => {
  const first = (await ran(`corefile patch ${known} --for redis.prod cm.yaml`, files)).out;
  const second = await ran(`corefile patch ${known} --for redis.prod -`, { '-': first });
  expect([second.status, second.out]).toEqual([0, '']);
});

test('platforms that need no Corefile take none', async () => {
  expect(Object.keys(parse((await ran('corefile patch --platform k3s --for redis.prod --key team-a')).out).data)).toEqual(['team-a.server']);
  expect(parse((await ran('corefile patch --platform openshift --for redis.prod')).out).spec.cache).toEqual({ negativeTTL: '1s' });
  expect(await ran('corefile patch --platform gke-kube-dns --for redis.prod')).toMatchObject({ status: 0, out: '' });
});

test('values of the EKS add-on can be piped', async () => {
  const { out } = await ran('corefile patch --platform eks --kubernetes-version 1.30 --for redis.prod eks', files);
  expect(JSON.parse(out).corefile).toContain('disable denial redis.prod.svc.cluster.local\n');
});

test('a node cache in front is a second document, or a second file', async () => {
  const both = `corefile patch ${known} --for redis.prod --node-local-dns node --node-local-coredns-version 1.11.1`;
  expect((await ran(`${both} Corefile`, files)).out.split('---\n').map((document) => parse(document).metadata.name)).toEqual(['coredns', 'node-local-dns']);
  const { status, out, err, written } = await ran(`${both} --format json-patch --out folder Corefile`, files);
  expect([status, out, Object.keys(written)]).toEqual([0, '', ['folder/coredns.patch.json', 'folder/node-local-dns.patch.json']]);
  expect(err).toContain('written: folder/coredns.patch.json\n');
});

test.each<[string, string, string]>([
  ['a cache from the environment', `${known} --for redis.prod env`, 'refused: Corefile line 16: {$TTL} depends on the environment of CoreDNS; write the value itself\n'],
  ['another cluster domain', `${known} --for redis.prod --cluster-domain a.test Corefile`, 'refused: Corefile: kubernetes serves cluster.local, and the names are declared for a.test'],
  ['Cloud DNS', '--platform gke-cloud-dns --for redis.prod', 'refused: GKE with Cloud DNS: Cloud DNS has no Corefile'],
])('fails with 1 for %s, and writes nothing', async (_, line, message) => {
  for (const out of ['', '--out folder']) {
    const result = await ran(`corefile patch ${out} ${line}`, files);
    expect(result).toMatchObject({ status: 1, out: '', written: {} });
    expect(result.err).toContain(message);
  }
});

test.each<[string, string, string]>([
  ['no platform', '--for redis.prod Corefile', 'unusable: --platform: it is not given'],
  ['an unknown platform', '--platform nomad --for redis.prod Corefile', 'unusable: --platform: "nomad" is not known; write one of kubeadm, kind'],
  ['no Service', `${known} Corefile`, 'unusable: --for: no Service is named'],
  ['half a Service', `${known} --for redis Corefile`, 'unusable: --for: "redis" names no Service'],
  ['a whole name', `${known} --for redis.prod.svc.cluster.local Corefile`, 'unusable: --for: "redis.prod.svc.cluster.local" names no Service; write redis.prod\n'],
  ['a file of half a Service', `${known} --for-file wrong-names Corefile`, 'unusable: wrong-names line 1: "redis" names no Service'],
  ['a version that is none', '--platform kubeadm --kubernetes-version new --for redis.prod Corefile', 'unusable: --kubernetes-version: "new" is no version'],
  ['a version of CoreDNS that is none', '--platform kubeadm --coredns-version new --for redis.prod Corefile', 'unusable: --coredns-version: "new" is no version'],
  ['a domain that is none', `${known} --cluster-domain a..b --for redis.prod Corefile`, 'unusable: --cluster-domain: "a..b" is no domain'],
  ['a missing file', `${known} --for redis.prod nowhere`, 'unusable: nowhere: it cannot be read: ENOENT: no such file or directory; give the path'],
  ['no file where one is needed', `${known} --for redis.prod`, 'unusable: FILE: a Corefile can only be replaced as a whole'],
  ['bytes', `${known} --for redis.prod binary`, 'unusable: binary: it is no text in UTF-8; give the text itself, unpacked, saved as UTF-8\n'],
  ['UTF-16', `${known} --for-file utf-16 Corefile`, 'unusable: utf-16: it is no text in UTF-8'],
  ['a Secret', `${known} --for redis.prod secret`, 'unusable: secret: the object is a Secret and no ConfigMap'],
  ['the standard input twice', `${known} --for redis.prod --node-local-dns - -`, 'unusable: -: the standard input can be read once'],
  ['a format of another platform', `${known} --for redis.prod --format kops Corefile`, 'unusable: --format: kubeadm takes no kops; write one of configmap, json-patch'],
  ['a format that is none', `${known} --for redis.prod --format xml Corefile`, 'error: option \'--format <format>\' argument \'xml\' is invalid'],
  ['two files on one output', `${known} --for redis.prod --node-local-dns node --format json-patch Corefile`, 'unusable: --format: the change is 2 files that cannot be one'],
  ['a folder whose file was read', `${known} --for redis.prod --out folder folder/coredns.yaml`, 'unusable: --out: folder/coredns.yaml was read, and would be overwritten: it is the way back; name another folder\n'],
  ['a folder that cannot be written', `${known} --for redis.prod --out forbidden Corefile`, 'unusable: --out: EACCES: permission denied'],
  ['a key that has the suffix already', '--platform k3s --for redis.prod --key x.server', 'unusable: --key: "x.server" would be the key x.server.server; write x\n'],
  ['a key that is none', '--platform k3s --for redis.prod --key a/b', 'unusable: --key: "a/b" is no key of a ConfigMap; write letters, digits'],
  ['a key where there are none', `${known} --for redis.prod --key a Corefile`, 'unusable: --key: kubeadm has no ConfigMap coredns-custom that a key could be of; leave it out\n'],
  ['an unknown flag', '--what', 'error: unknown option \'--what\''],
])('fails with 2 for %s, and writes nothing', async (_, line, message) => {
  const result = await ran(`corefile patch ${line}`, files);
  expect(result).toMatchObject({ status: 2, out: '', written: {} });
  expect(result.err).toContain(message);
});
