import { parse } from 'yaml';
import { adviceFor, DEFAULTS, NODE_LOCAL, text, ZONE } from './situations';
import { ALL_FORMATS, deliver, deliverAll, Format, formatsOf } from '../../src/cluster-dns/deliver';
import { renderHelmServers } from '../../src/cluster-dns/helm-template';
import { PLATFORMS } from '../../src/cluster-dns/platforms';
import { parse as parseCorefile } from '../../src/corefile/parse';

const known = { coreDnsVersion: '1.11.1' };
const [only] = [(id: string, format: Format, more = {}) => deliver(adviceFor(id, { ...known, ...more }), format)[0]];
const words = (corefile: string) => parseCorefile(corefile).tokens.map((token) => token.text).join(' ');

test.each(PLATFORMS.filter(({ delivery }) => delivery !== 'no-setting').map(({ id }) => id))('%s: every file that is written', (id) => {
  const files = deliverAll(adviceFor(id, known));
  const shown = files.map(({ fileName, text: written, how }) => `--- ${fileName}\n${how.map((line) => `# ${line}\n`).join('')}${written}`);
  expect(`\n${shown.join('')}`).toMatchSnapshot();
});

test('where the platform overwrites an edited ConfigMap, its text is to look at', () => {
  const how = (id: string) => deliver(adviceFor(id, { coreDnsVersion: '1.11.1' }), 'corefile')[0].how;
  expect(how('eks')).toEqual(['to look at: this is what the Corefile becomes; the platform takes it as eks-configuration-values, and overwrites an edited ConfigMap']);
  expect(how('kubeadm')).toEqual(['the text of the key Corefile of ConfigMap kube-system/coredns']);
});

test('the formats are these', () => {
  expect(ALL_FORMATS).toEqual([
    'configmap', 'json-patch', 'kustomize', 'strategic-merge', 'corefile', 'coredns-custom', 'server-block', 'eks-configuration-values',
    'helm-chart-config', 'helm-values', 'kops', 'kubespray', 'dns-operator',
  ]);
});

test('the Corefile in the EKS values, the kOps spec, the patches and the ConfigMap is the edited text, byte for byte', () => {
  const edited = (id: string) => adviceFor(id, known).edit!.text;
  expect(JSON.parse(only('eks', 'eks-configuration-values').text)).toEqual({ corefile: edited('eks') });
  expect(parse(only('kops', 'kops').text).spec.kubeDNS).toEqual({ provider: 'CoreDNS', externalCoreFile: edited('kops') });
  expect(parse(only('kubeadm', 'configmap').text).data).toEqual({ Corefile: edited('kubeadm') });
  expect(parse(only('kubeadm', 'strategic-merge').text).data).toEqual({ Corefile: edited('kubeadm') });
  expect(only('kubeadm', 'corefile').text).toBe(edited('kubeadm'));
  const guarded = [{ op: 'test', path: '/data/Corefile', value: DEFAULTS.kubeadm }, { op: 'replace', path: '/data/Corefile', value: edited('kubeadm') }];
  expect(JSON.parse(only('kubeadm', 'json-patch').text)).toEqual(guarded);
  expect(JSON.parse(parse(only('kubeadm', 'kustomize').text).patches[0].patch)).toEqual(guarded);
});

test('the servers of RKE2 and of the Helm chart render the words of the edited text', () => {
  const rke2 = parse(parse(only('rke2', 'helm-chart-config').text).spec.valuesContent);
  expect(words(renderHelmServers(rke2, { domain: 'cluster.local' }))).toBe(words(adviceFor('rke2', known).edit!.text));
  expect(words(renderHelmServers(parse(only('helm', 'helm-values').text), {}))).toBe(words(adviceFor('helm', known).edit!.text));
});

test('kubespray gets the cache directive alone, without its indentation', () => {
  expect(parse(only('kubespray', 'kubespray').text)).toEqual({
    coredns_default_zone_cache_block: `cache 30 {\n    disable success ${ZONE}\n    disable denial ${ZONE}\n}\n`,
  });
});

test('a node cache in front is a file of its own, in the same way where it can', () => {
  const files = (id: string, format: Format) => deliver(adviceFor(id, { ...known, nodeLocal: text(NODE_LOCAL) }), format).map(({ fileName }) => fileName);
  expect(files('kubeadm', 'configmap')).toEqual(['coredns.yaml', 'node-local-dns.yaml']);
  expect(files('kubeadm', 'json-patch')).toEqual(['coredns.patch.json', 'node-local-dns.patch.json']);
  expect(files('kubeadm', 'kustomize')).toEqual(['kustomization.yaml']);
  expect(files('eks', 'eks-configuration-values')).toEqual(['eks-configuration-values.json', 'node-local-dns.yaml']);
  expect(files('kops', 'kops')).toEqual(['kops-kube-dns.yaml']);
  expect(files('aks', 'coredns-custom')).toEqual(['coredns-custom.yaml', 'node-local-dns.yaml']);
  expect(files('gke-kube-dns', 'configmap')).toEqual([]);
});

test('nothing to do is no file, whatever the format', () => {
  expect(deliverAll(adviceFor('talos'))).toEqual([]);
  expect(deliverAll(adviceFor('gke-kube-dns'))).toEqual([]);
});

test('objects are those that a chart can hold, and no other file has one', () => {
  const objects = (id: string) => deliverAll(adviceFor(id, known)).filter(({ object }) => object).map(({ object }) => `${object!.kind}/${object!.metadata.name}`);
  expect(['kubeadm', 'eks', 'rke2', 'helm', 'kops', 'kubespray', 'openshift', 'aks'].map(objects)).toEqual([
    ['ConfigMap/coredns'], [], ['HelmChartConfig/rke2-coredns'], [], [], [], ['DNS/default'], ['ConfigMap/coredns-custom'],
  ]);
  for (const { object, text: written } of PLATFORMS.flatMap(({ id, delivery }) => (delivery === 'no-setting' ? [] : deliverAll(adviceFor(id, known))))) {
    if (object) expect(parse(written)).toEqual(object);
  }
});

test('fails for a format that the platform does not take', () => {
  expect(() => deliver(adviceFor('eks', known), 'configmap')).toThrow('the EKS add-on takes no configmap: it takes eks-configuration-values, corefile');
  expect(formatsOf('no-setting')).toEqual([]);
});
