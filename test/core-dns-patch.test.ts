import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Chart, JsonPatch, Testing, Yaml } from 'cdk8s';
import { parse } from 'yaml';
import { DEFAULTS, FIXED_CACHE, NODE_LOCAL } from './cluster-dns/situations';
import { kubeadm } from './corefile/corefiles';
import { db, refusal } from './support';
import { ClusterContext, CoreDnsPatch, CoreDnsPatchProps, CurrentCorefile, DnsPlatform, DnsScope } from '../src';
import { yamlText } from '../src/cluster-dns/yaml-text';
import { dnsEngine } from '../src/private/dns-engine';

const folder = mkdtempSync(join(tmpdir(), 'patch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const OLD = CurrentCorefile.fromText(kubeadm('cache 30'));
const PLATFORM = DnsPlatform.kubeadm({ kubernetesVersion: '1.29' });

/** An app with a namespaced chart for workloads and another for the cluster's DNS. */
function declare(props: Partial<CoreDnsPatchProps> = {}, namespace?: string) {
  const app = Testing.app();
  const prod = new Chart(app, 'prod', { namespace: 'prod' });
  const dns = new Chart(app, 'dns', { namespace });
  const patch = new CoreDnsPatch(dns, 'coredns', { platform: PLATFORM, current: OLD, ...props });
  return { app, prod, dns, patch };
}

const disabled = (zones: string) => kubeadm(`cache 30 {\n       disable success ${zones}\n       disable denial ${zones}\n    }`);

test('covers the workloads of all charts, later ones included, with one merged text in a chart of its own', () => {
  const { app, prod, dns } = declare();
  db({}, prod, 'db');
  db({ headlessService: { name: 'peers' } }, new Chart(app, 'other', { namespace: 'test' }), 'etcd');
  expect(Testing.synth(dns)).toEqual([{
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'coredns',
      namespace: 'kube-system',
      annotations: {
        'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Prune=false,Delete=false',
        'kustomize.toolkit.fluxcd.io/prune': 'disabled',
        'kustomize.toolkit.fluxcd.io/ssa': 'merge',
      },
    },
    data: { Corefile: disabled('db.prod.svc.cluster.local peers.test.svc.cluster.local') },
  }]);
  expect(Testing.synth(prod).map(({ metadata }) => metadata.namespace)).toEqual(['prod', 'prod', 'prod']);
});

test('covers the given workloads alone', () => {
  const { app, prod, patch } = declare();
  const { workload } = db({}, prod, 'db');
  db({}, prod, 'etcd');
  const one = new CoreDnsPatch(new Chart(app, 'one'), 'coredns', { platform: PLATFORM, current: OLD, workloads: [workload] });
  expect(one.corefile).toBe(disabled('db.prod.svc.cluster.local'));
  expect(patch.corefile).toBe(disabled('db.prod.svc.cluster.local etcd.prod.svc.cluster.local'));
});

test('a workload that comes after a first look changes the patch', () => {
  const { prod, dns, patch } = declare();
  db({}, prod, 'db');
  expect(patch.corefile).toBe(disabled('db.prod.svc.cluster.local'));
  expect(Testing.synth(dns)[0].data.Corefile).toBe(patch.corefile);
  db({}, prod, 'etcd');
  expect(patch.corefile).toBe(disabled('db.prod.svc.cluster.local etcd.prod.svc.cluster.local'));
  expect(Testing.synth(dns)[0].data.Corefile).toBe(patch.corefile);
});

test('scopes, denial alone, domains and the version of the context are heard', () => {
  const text = (props: Partial<CoreDnsPatchProps>, domain = 'cluster.local') => {
    const app = Testing.app();
    app.node.setContext(ClusterContext.CLUSTER_DOMAIN, domain);
    app.node.setContext(ClusterContext.KUBERNETES_VERSION, '1.30');
    db({}, new Chart(app, 'prod', { namespace: 'prod' }), 'db');
    const current = CurrentCorefile.fromText(kubeadm('cache 30').replace('cluster.local', domain));
    return new CoreDnsPatch(new Chart(app, 'dns'), 'coredns', { platform: DnsPlatform.kubeadm(), current, ...props }).corefile;
  };
  expect(text({ scope: DnsScope.NAMESPACE })).toContain('disable denial prod.svc.cluster.local\n');
  expect(text({ scope: DnsScope.CLUSTER })).toContain('disable denial cluster.local\n');
  expect(text({ denialOnly: true })).not.toContain('disable success');
  expect(text({}, 'k8s.example.org')).toContain('disable denial db.prod.svc.k8s.example.org\n');
});

test('a fetched ConfigMap keeps its name, its other keys and its labels', () => {
  const current = CurrentCorefile.fromConfigMap(yamlText({
    kind: 'ConfigMap', metadata: { name: 'dns', namespace: 'infra', labels: { a: 'b' } }, data: { 'Corefile': kubeadm('cache 30'), 'x.db': 'zone\n' }, binaryData: { y: 'AA==' },
  }));
  const { prod, dns } = declare({ current, platform: DnsPlatform.selfManaged({ coreDnsVersion: '1.11.1' }) });
  db({}, prod);
  expect(Testing.synth(dns)[0]).toMatchObject({
    metadata: { name: 'dns', namespace: 'infra', labels: { a: 'b' } }, data: { 'Corefile': disabled('db.prod.svc.cluster.local'), 'x.db': 'zone\n' }, binaryData: { y: 'AA==' },
  });
});

test('nothing to do is no object and no file', () => {
  const { prod, dns, patch } = declare({ current: CurrentCorefile.fromText(kubeadm(FIXED_CACHE)) });
  db({}, prod);
  expect(Testing.synth(dns)).toEqual([]);
  expect([patch.isNeeded, patch.apiObject, patch.corefile, patch.jsonPatch, patch.writeFiles(join(folder, 'none'))]).toEqual([false, undefined, undefined, undefined, []]);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test.each<[string, DnsPlatform, string, string]>([
  ['aks', DnsPlatform.aks(), 'ConfigMap/coredns-custom', 'kube-system'],
  ['rke2', DnsPlatform.rke2(), 'HelmChartConfig/rke2-coredns', 'kube-system'],
  ['openshift', DnsPlatform.openShift(), 'DNS/default', 'undefined'],
])('%s takes %s', (id, platform, object, namespace) => {
  const { prod, dns } = declare({ platform, current: CurrentCorefile.fromText(DEFAULTS[id]!) }, 'team');
  db({}, prod);
  expect(Testing.synth(dns).map(({ kind, metadata }) => `${kind}/${metadata.name} ${metadata.namespace}`)).toEqual([`${object} ${namespace}`]);
});

test('platforms without an object leave the chart empty and give texts', () => {
  const texts = (id: string, platform: DnsPlatform) => {
    const { prod, dns, patch } = declare({ platform, current: CurrentCorefile.fromText(DEFAULTS[id]!) });
    db({}, prod);
    expect(Testing.synth(dns)).toEqual([]);
    return patch;
  };
  const eks = texts('eks', DnsPlatform.eks({ kubernetesVersion: '1.30' }));
  expect(JSON.parse(eks.eksConfigurationValues!)).toEqual({ corefile: eks.corefile });
  expect([eks.helmValues, eks.jsonPatch, eks.serverBlock]).toEqual([undefined, undefined, undefined]);
  expect(parse(texts('kops', DnsPlatform.kops()).kopsSpec!).spec.kubeDNS.provider).toBe('CoreDNS');
  expect(parse(texts('kubespray', DnsPlatform.kubespray()).kubesprayVariables!)).toHaveProperty('coredns_default_zone_cache_block');
  expect(parse(texts('helm', DnsPlatform.helmChart()).helmValues!).servers).toHaveLength(1);
});

test('patches as texts carry the guard', () => {
  const { prod, patch } = declare();
  db({}, prod);
  expect(JSON.parse(patch.jsonPatch!).map(({ op }: any) => op)).toEqual(['test', 'replace']);
  expect(parse(patch.kustomizePatch!).kind).toBe('Component');
  expect(parse(patch.strategicMergePatch!).data.Corefile).toBe(patch.corefile);
});

test('a node cache in front is an object of its own', () => {
  const { prod, dns } = declare({
    platform: DnsPlatform.kubeadm({ kubernetesVersion: '1.29', nodeLocalDns: CurrentCorefile.fromText(NODE_LOCAL), nodeLocalCoreDnsVersion: '1.11.1' }),
  });
  db({}, prod);
  expect(Testing.synth(dns).map(({ metadata }) => metadata.name)).toEqual(['coredns', 'node-local-dns']);
});

test('a change of the node cache alone is no text of CoreDNS', () => {
  const { prod, dns, patch } = declare({
    current: CurrentCorefile.fromText(kubeadm(FIXED_CACHE)), platform: DnsPlatform.kubeadm({ nodeLocalDns: CurrentCorefile.fromText(NODE_LOCAL) }),
  });
  db({}, prod);
  expect(Testing.synth(dns).map(({ metadata }) => metadata.name)).toEqual(['node-local-dns']);
  expect([patch.isNeeded, patch.apiObject, patch.jsonPatch, patch.strategicMergePatch]).toEqual([true, undefined, undefined, undefined]);
  expect(parse(patch.kustomizePatch!).patches).toHaveLength(1);
});

test('what it does today and afterwards, why, and at what cost, is told', () => {
  const { prod, patch } = declare();
  db({}, prod);
  expect(patch.today[0]).toBe('a peer looked up too early stays invisible for up to 30 s, because kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds');
  expect(patch.afterwards[0]).toBe('a peer looked up too early is found as soon as CoreDNS learns of it, because cache has disable denial for the name');
  expect(patch.reasons[0]).toContain('CoreDNS 1.11.1 or later');
  expect(patch.costs.at(-1)).toContain('within 37.5 s');
});

test('JSON patches survive, whenever they come', () => {
  const { prod, dns, patch } = declare();
  patch.addJsonPatch(JsonPatch.add('/metadata/labels', { early: 'x' }));
  db({}, prod);
  expect(patch.apiObject?.name).toBe('coredns');
  patch.addJsonPatch(JsonPatch.add('/metadata/labels/late', 'y'));
  expect(Testing.synth(dns)[0].metadata.labels).toEqual({ early: 'x', late: 'y' });
  db({}, prod, 'etcd');
  expect(Testing.synth(dns)[0].metadata.labels).toEqual({ early: 'x', late: 'y' });
});

test('repositories that share a cluster hand their Services to the one that owns the Corefile', () => {
  const theirs = new Chart(Testing.app(), 'theirs', { namespace: 'shop' });
  db({}, theirs, 'kafka');
  db({}, theirs, 'etcd');
  expect(CoreDnsPatch.servicesOf(theirs.node.root)).toBe('etcd.shop\nkafka.shop\n');
  const path = join(folder, 'services.txt');
  writeFileSync(path, `# of the shop\n${CoreDnsPatch.servicesOf(theirs)}\n`);
  const { prod, patch } = declare({ servicesFiles: [path], services: ['redis.cache'] });
  db({}, prod);
  expect(patch.corefile).toBe(disabled(['db.prod', 'etcd.shop', 'kafka.shop', 'redis.cache'].map((name) => `${name}.svc.cluster.local`).join(' ')));
});

test('keys of coredns-custom are the Service\'s, or as wished', () => {
  const key = (wish?: string) => {
    const { prod, dns } = declare({ platform: DnsPlatform.k3s(), current: undefined, key: wish });
    db({}, prod);
    return Object.keys(Testing.synth(dns)[0].data);
  };
  expect([key(), key('team-a')]).toEqual([['db.prod.server'], ['team-a.server']]);
});

describe('a real synth', () => {
  const synth = (current: CurrentCorefile, charts = 1) => {
    const outdir = mkdtempSync(join(folder, 'out-'));
    const app = new App({ outdir });
    for (let at = 0; at < charts; at++) db({}, new Chart(app, `prod-${at}`, { namespace: `prod-${at}` }));
    const patch = new CoreDnsPatch(new Chart(app, 'dns'), 'coredns', { platform: PLATFORM, current });
    return { app, outdir, patch };
  };

  test('writes the ConfigMap, whose Corefile comes back byte for byte', () => {
    const { app, outdir, patch } = synth(OLD);
    app.synth();
    expect(parse(readFileSync(join(outdir, 'dns.k8s.yaml'), 'utf8')).data.Corefile).toBe(patch.corefile);
    expect(Yaml.load(join(outdir, 'dns.k8s.yaml'))[0].data.Corefile).toBe(patch.corefile);
  });

  test('fails as a whole on a refusal, and writes nothing', () => {
    const { app, outdir } = synth(CurrentCorefile.fromText(kubeadm('cache {$TTL}')));
    expect(() => app.synth()).toThrow('environment-variable: Corefile line 16: {$TTL} depends on the environment of CoreDNS; write the value itself');
    expect(readdirSync(outdir)).toEqual([]);
  });

  test('decides once, however many charts there are', () => {
    const { app, patch } = synth(OLD, 20);
    const decide = jest.spyOn(dnsEngine(), 'advise');
    app.synth();
    expect(patch.corefile).toContain('db.prod-19.svc.cluster.local');
    expect(decide).toHaveBeenCalledTimes(1);
    decide.mockRestore();
  });
});

describe('refusals', () => {
  const lines = (props: Partial<CoreDnsPatchProps>, workload = true) => {
    const { prod, dns } = declare(props);
    if (workload) db({}, prod);
    return refusal(dns).split('\n').slice(1).map((line) => /\[dns\/coredns\] (.*)$/.exec(line)![1]);
  };

  test('fails for everything that is wrong with the declaration, at once', () => {
    expect(lines({
      current: CurrentCorefile.fromFile(join(folder, 'missing')),
      platform: DnsPlatform.kubeadm({ nodeLocalDns: CurrentCorefile.fromText('') }),
      services: ['redis'],
      servicesFiles: [join(folder, 'nowhere')],
      clusterDomain: 'a..b',
      key: 'a/b',
    }).map((line) => line.split(':')[0])).toEqual(['unusable', 'unusable', 'cluster-domain', 'services-file', 'service-name', 'key']);
  });

  test('fails for an app without workloads', () => {
    expect(lines({}, false)).toEqual(['no-service: services: there is no headless Service whose names could be taken out of the caches; name one, as <service>.<namespace>']);
  });

  test('fails for Cloud DNS with what to do by hand', () => {
    expect(lines({ platform: DnsPlatform.gkeCloudDns(), current: undefined })).toEqual([
      'no-setting: GKE with Cloud DNS: Cloud DNS has no Corefile, and no setting of its caching was found; let the members look for their peers until they answer, '
      + 'or give each member a Service of its own, whose name exists before the pod does',
    ]);
  });

  test('fails for a line of a services file that names none', () => {
    const path = join(folder, 'wrong.txt');
    writeFileSync(path, 'redis.prod\nredis\n');
    expect(lines({ servicesFiles: [path] })).toEqual([`service-name: ${path} line 2: "redis" names no Service; write <service>.<namespace>`]);
  });

  test('fails to give texts or write files', () => {
    const { prod, patch } = declare({ current: CurrentCorefile.fromText('. {') });
    db({}, prod);
    for (const ask of [() => patch.corefile, () => patch.reasons, () => patch.apiObject, () => patch.writeFiles(join(folder, 'refused'))]) {
      expect(ask).toThrow('[dns/coredns] the cluster\'s DNS is not changed:\n  expected-close-brace');
    }
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });
});

describe('two patches of one app', () => {
  type Wish = Partial<CoreDnsPatchProps> & { readonly cluster?: string };
  const AKS = DnsPlatform.aks();
  /** A chart for each patch, which is for the workload of its number. */
  const refused = (wishes: Wish[]) => {
    const app = Testing.app();
    const prod = new Chart(app, 'prod', { namespace: 'prod' });
    const charts = wishes.map(({ cluster, ...props }, at) => {
      const { workload } = db({}, prod, `db-${at}`);
      const chart = new Chart(app, `dns-${at}`);
      if (cluster !== undefined) chart.node.setContext(ClusterContext.CLUSTER, cluster);
      new CoreDnsPatch(chart, 'patch', { platform: PLATFORM, current: OLD, workloads: [workload], ...props });
      return chart;
    });
    return charts.flatMap((chart) => chart.node.children.flatMap(({ node }) => node.validate()));
  };

  test('fail for one Corefile, and name both', () => {
    expect(refused([{}, {}])).toEqual([
      'second-patch: dns-0/patch and dns-1/patch: both change the Corefile of ConfigMap kube-system/coredns: the one that is applied last undoes the other, or keeps CoreDNS from starting; '
      + 'let one patch name all Services; or, if they are for different clusters, give their charts different names of ClusterContext.CLUSTER',
    ]);
    expect(refused([{}, {}, {}])).toHaveLength(3);
  });

  test('fail for one key, and for one zone, of coredns-custom', () => {
    const custom = { platform: AKS, current: undefined };
    expect(refused([{ ...custom, key: 'a' }, { ...custom, key: 'a' }])).toEqual([expect.stringContaining('dns-0/patch and dns-1/patch: both change the key a.server of ConfigMap coredns-custom')]);
    expect(refused([{ ...custom, key: 'a' }, { ...custom, key: 'b', services: ['db-0.prod'] }])).toEqual([expect.stringContaining('both change the zone db-0.prod.svc.cluster.local in ConfigMap coredns-custom')]);
    expect(refused([{ ...custom, key: 'a' }, { ...custom, key: 'b' }])).toEqual([]);
    expect(refused([custom, custom])).toEqual([]);
  });

  test('fail for values of one add-on, and for one operator', () => {
    const eks = { platform: DnsPlatform.eks({ kubernetesVersion: '1.30' }), current: CurrentCorefile.fromText(DEFAULTS.eks!) };
    expect(refused([eks, eks])).toHaveLength(1);
    expect(refused([{ platform: DnsPlatform.openShift(), current: undefined }, { platform: DnsPlatform.openShift(), current: undefined }])).toHaveLength(1);
  });

  test.each<[string, Wish, Wish]>([
    ['names of clusters', { cluster: 'eu' }, { cluster: 'us' }],
    ['platforms', {}, { platform: DnsPlatform.kind({ kubernetesVersion: '1.29' }) }],
    ['versions', {}, { platform: DnsPlatform.kubeadm({ kubernetesVersion: '1.30' }) }],
    ['present texts', {}, { current: CurrentCorefile.fromText(kubeadm('cache 60')) }],
    ['ConfigMaps', {}, { current: CurrentCorefile.fromConfigMap(yamlText({ kind: 'ConfigMap', metadata: { name: 'dns', namespace: 'infra' }, data: { Corefile: kubeadm('cache 30') } })) }],
    ['needs, of which one is none', { current: CurrentCorefile.fromText(kubeadm(FIXED_CACHE)) }, { current: CurrentCorefile.fromText(kubeadm(FIXED_CACHE)) }],
  ])('are accepted with different %s', (_, one, other) => expect(refused([one, other])).toEqual([]));

  test('fail for one node cache, whatever platforms they name', () => {
    const front = CurrentCorefile.fromText(NODE_LOCAL);
    expect(refused([
      { platform: DnsPlatform.kubeadm({ kubernetesVersion: '1.29', nodeLocalDns: front }) },
      { platform: DnsPlatform.kind({ kubernetesVersion: '1.30', nodeLocalDns: front }), current: CurrentCorefile.fromText(kubeadm('cache 60')) },
    ])).toEqual([expect.stringContaining('both change the Corefile of ConfigMap kube-system/node-local-dns')]);
  });

  test('fail in one chart, whatever tells them apart', () => {
    const { dns, prod } = declare();
    db({}, prod);
    new CoreDnsPatch(dns, 'second', { platform: DnsPlatform.kind({ kubernetesVersion: '1.30' }), current: OLD });
    expect(refusal(dns)).toContain('second-patch: dns/coredns and dns/second');
  });

  test('fail to write files', () => {
    const { dns, prod, patch } = declare();
    const { workload } = db({}, prod);
    const second = new CoreDnsPatch(dns, 'second', { platform: PLATFORM, current: OLD, workloads: [workload] });
    expect(() => second.writeFiles(join(folder, 'second'))).toThrow('[dns/second] second-patch: dns/coredns and dns/second: both change the Corefile of ConfigMap kube-system/coredns');
    expect(existsSync(join(folder, 'second'))).toBe(false);
    expect(patch.writeFiles(join(folder, 'first'))).not.toEqual([]);
  });
});

test('files are written beside the output, each once', () => {
  const { prod, patch } = declare();
  db({}, prod);
  const into = join(folder, 'files');
  expect(patch.writeFiles(into)).toEqual(['coredns.yaml', 'coredns.patch.json', 'kustomization.yaml', 'coredns.patch.yaml', 'coredns.Corefile'].map((name) => join(into, name)));
  expect(readFileSync(join(into, 'coredns.Corefile'), 'utf8')).toBe(patch.corefile);
});

test('fails to overwrite the file that it was read from', () => {
  const path = join(folder, 'coredns.yaml');
  writeFileSync(path, yamlText({ kind: 'ConfigMap', metadata: { name: 'coredns' }, data: { Corefile: kubeadm('cache 30') } }));
  const before = readFileSync(path, 'utf8');
  const { prod, patch } = declare({ current: CurrentCorefile.fromFile(path) });
  db({}, prod);
  expect(() => patch.writeFiles(folder)).toThrow(`${path} was read, and would be overwritten: the next synth would start from its own result; write to another folder`);
  expect([readFileSync(path, 'utf8'), existsSync(join(folder, 'coredns.patch.json'))]).toEqual([before, false]);
});

test('fails to write into the output folder, whose files are applied', () => {
  const { app, prod, patch } = declare();
  db({}, prod);
  expect(() => patch.writeFiles(join(app.outdir, 'dns'))).toThrow('a patch is none; write to a folder beside it');
});
