import { CASES, exampleCases, TOO_OLD, unmeasured } from '../../../e2e/dns/cases';
import { DISABLE_BOTH, fixedDns } from '../../../e2e/dns/fix';
import { lateSets } from '../../../e2e/dns/stateful-sets';
import { negativeSeconds } from '../../../src/corefile/caching';
import { DEFAULTS, NODE_LOCAL } from '../../cluster-dns/situations';

const SERVICE = 'db.dns.svc.cluster.local';

test('every case has a set of its own, whose name the API server takes', () => {
  expect(new Set(CASES.map(({ set }) => set)).size).toBe(CASES.length);
  expect(CASES.filter(({ set }) => !/^[a-z]([-a-z0-9]{0,50}[a-z0-9])?$/.test(set))).toEqual([]);
});

test('what is measured is what the Corefile reader says of the text, where no other server answers', () => {
  const own = CASES.filter(({ behind, server }) => behind === undefined && server(SERVICE).custom === undefined);
  expect(own.length).toBeGreaterThan(20);
  for (const { text, fix, server, newName } of own) {
    const { seconds } = negativeSeconds(server(SERVICE).corefile, `db-1.${SERVICE}`);
    expect({ text, fix, within: seconds! >= newName.least && seconds! <= newName.most }).toEqual({ text, fix, within: true });
  }
});

test('every platform that has a Corefile is measured, without a fix and with what its user is advised to', () => {
  expect(unmeasured()).toEqual([]);
  const fixes = new Map<string, string[]>();
  for (const { text, fix } of CASES.filter(({ version }) => version === '1.15.0')) fixes.set(text, [...fixes.get(text) ?? [], fix]);
  expect([...fixes].map(([text, all]) => `${text}: ${all.join('; ')}`)).toEqual([
    'kubeadm to 1.31, kind, minikube: none; disable success + denial; disable denial; denial 9984 1',
    'EKS add-on, CoreDNS of your own: none; disable success + denial; disable denial; denial 9984 1',
    'RKE2: none; disable success + denial; disable denial; denial 9984 1',
    'CoreDNS Helm chart: none; disable success + denial',
    'kOps: none; disable success + denial',
    'kubespray: none; disable success + denial',
    'OpenShift: none; operator, negativeTTL 1s',
    'AKS: none; server block without cache',
    'k3s: none; server block without cache',
    'DigitalOcean Kubernetes: none; server block without cache',
    'Gardener: none; server block without cache',
    'kubeadm from 1.32, Talos: none',
    'NodeLocal, kubeadm to 1.31: none; none, asked again after 9 s; disable success + denial, not on the node; disable success + denial, on the node too; denial 9984 1, on the node too',
  ]);
});

test('platforms that are measured as one have one text and one advice', () => {
  const advised = (id: string) => fixedDns({ platform: id, corefile: DEFAULTS[id]! }, DISABLE_BOTH, '1.15.0', SERVICE);
  for (const [one, others] of [['kubeadm', ['kind', 'minikube']], ['eks', ['self-managed']]] as const) {
    for (const other of others) expect([DEFAULTS[other], advised(other)]).toEqual([DEFAULTS[one], advised(one)]);
  }
});

test('a fix is the text that its platform is handed', () => {
  const server = (set: string) => CASES.find((each) => each.set === set)!.server(SERVICE);
  expect(server('kubespray-1-15-0-disable-success-denial').corefile).toContain(`cache 30 {\n        disable success ${SERVICE}\n        disable denial ${SERVICE}\n    }`);
  expect(server('openshift-1-15-0-operator-negativettl-1s').corefile).toContain('cache 900 {\n        denial 9984 1\n    }');
  expect(server('aks-1-15-0-server-block-without-cache')).toEqual({ corefile: DEFAULTS.aks, custom: { 'db.dns.server': expect.stringContaining(`${SERVICE}:53 {`) } });
});

test('fails for a fix that nobody is advised to', () => {
  expect(() => fixedDns({ platform: 'talos', corefile: DEFAULTS.talos! }, DISABLE_BOTH, '1.15.0', SERVICE)).toThrow('no advice is given for disable success + denial on Talos: nothing');
  expect(() => fixedDns({ platform: 'eks-auto', corefile: DEFAULTS.eks! }, DISABLE_BOTH, '1.15.0', SERVICE)).toThrow('on EKS Auto Mode: refused');
});

test('a node cache is patched by the advice too, where it is asked', () => {
  const front = (set: string) => CASES.find((each) => each.set === set)!.server(SERVICE).corefile;
  expect(front('node-local-cluster')).toBe(NODE_LOCAL);
  expect(front('node-local-both')).toContain(`disable denial ${SERVICE}\n`);
  expect(front('node-local-short')).toContain('denial 9984 1\n');
});

test('a version that does not know disable is never given it but to see it refuse', () => {
  for (const { version, server } of CASES.filter((each) => each.version === TOO_OLD.version)) {
    expect({ version, disables: server(SERVICE).corefile.includes('disable') }).toEqual({ version: '1.8.0', disables: false });
  }
});

test('the example is seen before, as the article cures it, and after', () => {
  const cases = exampleCases('etcd', 'before { cache 30 }', 'after');
  expect(cases.map(({ set, fix, server }) => [set, fix, server('').corefile])).toEqual([
    ['etcd', 'none', 'before { cache 30 }'], ['etcd', 'cache 5', 'before { cache 5 }'], ['etcd', 'disable success + denial', 'after'],
  ]);
});

test('a set is a Service and a StatefulSet, and its names are those of its objects', () => {
  const { identity, objects } = lateSets(['a', 'b']).get('b')!;
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual(['Service dns/b', 'StatefulSet dns/b']);
  expect(identity.pod(1).fqdn).toBe('b-1.b.dns.svc.cluster.local');
});
