import { existsSync, mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Chart, JsonPatch, Testing, YamlOutputType } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { PodDisruptionBudget, StatefulWorkload } from '../../src';
import * as rules from '../../src/rules/run';
import { chart, db, refusal, ruleIds } from '../support';

let stderr: string[];
let judged: jest.SpyInstance;

beforeEach(() => {
  stderr = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => stderr.push(String(text)) > 0);
  judged = jest.spyOn(rules, 'judge');
});
afterEach(() => jest.restoreAllMocks());

/** An app of several charts, written to a folder of its own. */
function onDisk(charts: number, workloads: number) {
  const outdir = mkdtempSync(join(tmpdir(), 'registry-'));
  const app = new App({ outdir });
  const all: StatefulWorkload[] = [];
  for (let c = 0; c < charts; c++) {
    const scope = new Chart(app, `chart-${c}`, { namespace: 'prod' });
    for (let w = 0; w < workloads; w++) all.push(db({}, scope, `db-${w}`).workload);
  }
  return { app, all, outdir, files: () => readdirSync(outdir) };
}

describe('one verdict a synth', () => {
  test('the rules run once for a chart, however often cdk8s validates the app', () => {
    const { app, outdir } = onDisk(4, 2);
    app.synth();
    expect(judged).toHaveBeenCalledTimes(4);
    rmSync(outdir, { recursive: true });
  });

  test.each([
    [YamlOutputType.FILE_PER_APP], [YamlOutputType.FILE_PER_CHART], [YamlOutputType.FILE_PER_RESOURCE], [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE],
  ])('a second synth judges again, in output type %s', (yamlOutputType) => {
    const outdir = mkdtempSync(join(tmpdir(), 'registry-'));
    const app = new App({ outdir, yamlOutputType });
    const { workload } = db({}, new Chart(app, 'c', { namespace: 'prod' }));
    app.synth();
    workload.service.metadata.addAnnotation('a', 'b');
    workload.containers[0].env.addVariable('A', kplus.EnvValue.fromValue('B'));
    app.synth();
    expect(judged).toHaveBeenCalledTimes(2);
    rmSync(outdir, { recursive: true });
  });

  test('warnings are printed once a synth, on stderr, with construct path, rule, object and fix', () => {
    const { chart: scope } = db({ replicas: 0 });
    const lines = () => stderr.filter((line) => line.includes('replicas-zero'));
    Testing.synth(scope);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatch(/^warning \[test\/db\] replicas-zero: StatefulSet prod\/db spec\.replicas: .+; .+\n$/);
    Testing.synth(scope);
    expect(lines()).toHaveLength(2);
  });
});

describe('a mutation between two synths is seen', () => {
  const bad = ({ workload }: { workload: StatefulWorkload }) => workload.service.addJsonPatch(JsonPatch.replace('/spec/clusterIP', '198.18.0.9'));

  test('a patch', () => {
    const it = db();
    Testing.synth(it.chart);
    bad(it);
    expect(refusal(it.chart)).toContain('governing-service-headless');
  });

  test('a mount made through the container', () => {
    const it = db();
    Testing.synth(it.chart);
    it.container.mount('/data', kplus.Volume.fromEmptyDir(it.chart, 'v', 'scratch'));
    expect(refusal(it.chart)).toContain('mount-path-unique');
  });

  test('a refused synth is judged again after the correction', () => {
    const it = db();
    const labels = it.workload.podMetadata;
    labels.addLabel('app.kubernetes.io/name', 'other');
    expect(refusal(it.chart)).toContain('selector-matches-template');
    labels.addLabel('app.kubernetes.io/name', 'db');
    expect(Testing.synth(it.chart)).toHaveLength(3);
  });

  test('fails an object that changed after it was judged and before it is written, without writing a file', () => {
    const { app, all, outdir, files } = onDisk(2, 1);
    Testing.synth(Chart.of(all[0]));
    // Only the first chart was written: the verdict still stands, and this change goes around every door of ours.
    all[1].containers[0].mount('/data', kplus.Volume.fromEmptyDir(all[1], 'v', 'scratch'));
    expect(() => Testing.synth(Chart.of(all[1]))).toThrow(/\[chart-1\/db-0\] mount-path-unique: StatefulSet prod\/db-0/);
    expect(files()).toEqual([]);
    expect(() => app.synth()).toThrow('mount-path-unique');
    expect(files()).toEqual([]);
    rmSync(outdir, { recursive: true });
  });

  test('output is never older than the constructs', () => {
    const { chart: scope, container, workload } = db();
    Testing.synth(scope);
    container.env.addVariable('LATE', kplus.EnvValue.fromValue('1'));
    expect(JSON.stringify((workload.statefulSet as any).toJson())).toContain('LATE');
  });

  test('findings follow every change', () => {
    const it = db();
    expect(ruleIds(it.workload)).toEqual([]);
    it.container.mount('/data', kplus.Volume.fromEmptyDir(it.chart, 'v', 'scratch'));
    expect(ruleIds(it.workload)).toEqual(['mount-path-unique']);
  });
});

describe('a later patch that breaks an invariant is caught', () => {
  const patched = (patch: (w: StatefulWorkload) => void, argument?: (w: StatefulWorkload) => string) => {
    const { workload, container, chart: scope } = db();
    if (argument) container.env.addVariable('PEERS', kplus.EnvValue.fromValue(argument(workload)));
    patch(workload);
    return { ids: ruleIds(workload), message: refusal(scope) };
  };

  test('fails a set that is renamed while its peer lists keep the old name', () => {
    const { message } = patched((w) => w.statefulSet.addJsonPatch(JsonPatch.replace('/metadata/name', 'other')), (w) => w.peers('{fqdn}'));
    expect(message).toContain('peer-list-members: StatefulSet prod/other spec.template.spec.containers[0].env[2].value: '
      + '"db-0.db.prod.svc.cluster.local": no rendered set makes a pod "db-0", "db" governs "other"');
  });

  test('fails a Service that is renamed or moved away, and a serviceName that is not rendered', () => {
    expect(patched((w) => w.service.addJsonPatch(JsonPatch.replace('/metadata/name', 'b'))).ids).toContain('governing-service-exists');
    expect(patched((w) => w.service.addJsonPatch(JsonPatch.replace('/metadata/namespace', 'b'))).ids).toContain('governing-service-namespace');
    expect(patched((w) => w.statefulSet.addJsonPatch(JsonPatch.replace('/spec/serviceName', 'b'))).ids).toContain('governing-service-exists');
  });

  test('fails a name that is written by hand under another Service or namespace', () => {
    const by = (text: string) => patched((w) => w.containers[0].env.addVariable('P', kplus.EnvValue.fromValue(text))).ids;
    expect(by('db-0.db-headless.prod.svc.cluster.local')).toEqual(['peer-list-members']);
    expect(by('db-0.db.wrong.svc.cluster.local')).toEqual(['peer-list-domain']);
  });

  test('fails a set that is made a Deployment', () => {
    expect(patched((w) => w.statefulSet.addJsonPatch(JsonPatch.replace('/kind', 'Deployment'))).ids).toContain('stateful-set-kind');
  });
});

describe('refusals', () => {
  test('one error lists every problem of every workload, and no file is written', () => {
    const { app, all, outdir, files } = onDisk(2, 1);
    all[0].service.addJsonPatch(JsonPatch.remove('/spec/clusterIP'));
    all[0].acknowledge('no-such-rule', 'x');
    all[1].claim('unused', { storage: { toKibibytes: () => 0 } as any });
    let message = '';
    try {
      app.synth();
    } catch (e) {
      message = (e as Error).message;
    }
    expect(message.split('\n')[0]).toBe('Validation failed with the following errors:');
    expect(message).toMatch(/\[chart-0\/db-0\] governing-service-headless/);
    expect(message).toMatch(/\[chart-0\/db-0\] acknowledgement: .*no-such-rule/);
    expect(message).toMatch(/\[chart-1\/db-0\] vct-storage-request/);
    expect(existsSync(outdir) && files()).toEqual([]);
    rmSync(outdir, { recursive: true });
  });

  test('an object that cannot be rendered is one of the problems, not a crash', () => {
    const scope = chart();
    new StatefulWorkload(scope, 'empty', { replicas: 3 });
    db({ dns: { policy: kplus.DnsPolicy.NONE } }, scope, 'unresolved');
    db({ replicas: -1 }, scope);
    const message = refusal(scope);
    expect(message).toContain('[test/empty] container-present: StatefulSet prod/empty addContainer: no container is declared');
    expect(message).not.toContain('[test/empty] renders');
    expect(message).toContain('[test/unresolved] renders: StatefulSet prod/unresolved: the StatefulSet cannot be rendered: When dns policy is set to NONE, at least one nameserver is required');
    expect(message).toContain('[test/db] ordinals-nonnegative');
  });
});

describe('who is judged with whom', () => {
  test('fails two sets of one chart that select each other\'s pods', () => {
    const scope = chart();
    db({ app: { name: 'x', instance: 'x' } }, scope, 'a');
    db({ app: { name: 'x', instance: 'x' } }, scope, 'b');
    expect(refusal(scope)).toContain('workload-selector-overlap');
  });

  test('objects of two charts are not held against each other: charts may go to different clusters', () => {
    const app = Testing.app();
    const first = db({}, new Chart(app, 'eu', { namespace: 'prod' }));
    db({}, new Chart(app, 'us', { namespace: 'prod' }));
    expect(ruleIds(first.workload)).toEqual([]);
  });

  test('a budget of the user\'s own beside ours is seen', () => {
    const { chart: scope, workload } = db();
    new kplus.k8s.KubePodDisruptionBudget(scope, 'mine', {
      spec: { minAvailable: kplus.k8s.IntOrString.fromNumber(1), selector: { matchLabels: { 'app.kubernetes.io/name': 'db' } } },
    });
    expect(ruleIds(workload)).toContain('pdb-overlap');
  });

  test('a budget that stands alone is judged alone', () => {
    const scope = chart();
    const budget = new PodDisruptionBudget(scope, 'pdb', { metadata: { name: 'web' }, replicas: 3, selector: { app: 'web' } });
    budget.addJsonPatch(JsonPatch.add('/spec/minAvailable', 1));
    expect(refusal(scope)).toContain('[test/pdb] pdb-one-field: PodDisruptionBudget prod/web');
  });

  describe('a ConfigMap of cluster DNS', () => {
    const corefile = (cache: string) => `.:53 {\n  kubernetes cluster.local\n  ${cache}\n}\n`;
    const coreDns = (scope: Chart, cache: string, namespace = 'kube-system', name = 'coredns') =>
      new kplus.ConfigMap(scope, `${namespace}-${name}`, { metadata: { name, namespace }, data: { Corefile: corefile(cache) } });

    test('fails the synth when CoreDNS would not start with it', () => {
      const { chart: scope } = db();
      coreDns(scope, 'cache 0');
      expect(refusal(scope)).toContain('[test/db] corefile-cache-option: ConfigMap kube-system/coredns data.Corefile: line 3, column 9: cache 0: ');
    });

    test('is a finding of the first workload of the chart, once, with the construct that rendered it', () => {
      const { chart: scope, workload } = db({ kubernetesVersion: '1.28' });
      const second = db({ kubernetesVersion: '1.34' }, scope, 'other').workload;
      const map = coreDns(scope, 'cache 30 {\n    denial 0\n  }');
      const found = [workload, second].map((each) => each.findings.filter(({ kind }) => kind === 'ConfigMap'));
      expect(found).toEqual([[expect.objectContaining({
        ruleId: 'corefile-denial-zero', name: 'coredns', namespace: 'kube-system', constructPath: `${map.node.path}/Resource`,
      })], []]);
      map.metadata.addAnnotation('cdk8s-stateful.dev/ignore', 'corefile-denial-zero: a small cache is wanted');
      expect(workload.findings.filter(({ kind }) => kind === 'ConfigMap')).toEqual([]);
    });

    test('of the same name in a namespace of the workloads is somebody else\'s', () => {
      const { chart: scope, workload } = db();
      coreDns(scope, 'cache 0', 'prod');
      coreDns(scope, 'cache 0', 'kube-system', 'app');
      expect(ruleIds(workload)).toEqual([]);
    });
  });

  test('fails a NetworkPolicy of the same name as another, and names both declarations', () => {
    const { chart: scope, workload } = db({ isolate: true });
    workload.addNetworkPolicy();
    expect(refusal(scope)).toContain('duplicate-object: NetworkPolicy prod/db metadata.name: NetworkPolicy "db" is rendered 2 times in namespace "prod"; '
      + 'an apply overwrites the first with the last without a word (declared by test/db/NetworkPolicy and test/db/NetworkPolicy2)');
  });

  test('judging other constructs does not change their output', () => {
    const scope = chart();
    db({}, scope);
    const web = new kplus.Deployment(scope, 'web', { spread: true, containers: [{ image: 'example/web:1' }] });
    const terms = (objects: any[]) => objects.find((o) => o.kind === 'Deployment').spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.length;
    expect(terms(Testing.synth(scope))).toBe(2);
    expect(web.kind).toBe('Deployment');
  });
});
