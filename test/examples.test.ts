import { existsSync, readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { JsonPatch, Testing } from 'cdk8s';
import { RedisReplicationChart } from '../examples/redis-replication/main';
import { exampleNames, manifestFolder, synthExample } from '../scripts/synth-examples';
import { IdentitySnapshot, StatefulWorkload } from 'cdk8s-stateful';

const EXAMPLES = join(__dirname, '../examples');
const README_LINES = 40;
const MAIN_LINES = 90;
/** An adopted manifest says every field of it; a failover is three scripts of shell. */
const LONG: Readonly<Record<string, number>> = { 'prometheus-article': 120, 'redis-sentinel': 100 };

test('there is an example for every system of the articles', () => {
  expect(exampleNames()).toEqual(['coredns-negative-cache', 'elasticsearch', 'etcd', 'prometheus', 'prometheus-article', 'redis-replication', 'redis-sentinel', 'web']);
});

describe.each(exampleNames())('the example %s', (name) => {
  const text = (file: string) => readFileSync(join(EXAMPLES, name, file), 'utf8');
  const synthesized = () => synthExample(name);

  test.each(['main.ts', 'README.md', `manifests/${name}.k8s.yaml`])('has a %s', (file) => {
    expect(existsSync(join(EXAMPLES, name, file))).toBe(true);
  });

  test('is declared in few lines', () => {
    expect(text('main.ts').trimEnd().split('\n').length).toBeLessThan(LONG[name] ?? MAIN_LINES);
  });

  test('is explained in few lines', () => {
    expect(text('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(README_LINES);
  });

  test('writes a manifest of each chart when it is run, that of its own name first, and nothing when it is imported', () => {
    const [, ids] = /\nif \(require\.main === module\) {\n  const app = new App\(\);\n((?:  new \w+Chart\(app, '[-a-z0-9]+'\);\n)+)  app\.synth\(\);\n}\n$/.exec(text('main.ts'))!;
    expect([...ids.matchAll(/'(.+)'/g)].map(([, id]) => id)).toEqual(synthesized().charts.map(({ node }) => node.id));
    expect(synthesized().chart.node.id).toBe(name);
  });

  test('synthesizes to the committed manifests, byte for byte, and to no others', () => {
    const { charts, manifests } = synthesized();
    expect([...manifests.keys()]).toEqual(charts.map(({ node }) => `${node.id}.k8s.yaml`).sort());
    expect(readdirSync(manifestFolder(name)).sort()).toEqual([...manifests.keys()]);
    for (const [file, yaml] of manifests) {
      const path = join(manifestFolder(name), file);
      const committed = readFileSync(path, 'utf8');
      if (yaml !== committed) throw new Error(`${path} differs from what the example declares: run npm run synth, and commit what changed\n\n${difference(committed, yaml)}`);
    }
  });

  test('synthesizes to the same bytes twice', () => {
    expect(synthesized().manifests).toEqual(synthesized().manifests);
  });

  test('has nothing that a rule finds wrong', () => {
    const workloads = synthesized().chart.node.findAll().filter((construct) => construct instanceof StatefulWorkload);
    expect(workloads.length).toBeGreaterThan(0);
    expect(workloads.flatMap((workload) => workload.findings).filter((finding) => finding.severity !== 'info')).toEqual([]);
  });

  test('acknowledges nothing but what its members choose', () => {
    const acknowledged = [...[...synthesized().manifests.values()].join('').matchAll(/cdk8s-stateful\.dev\/ignore: (.*)/g)].map(([, value]) => value);
    expect(acknowledged).toEqual(['coredns-negative-cache', 'elasticsearch', 'etcd', 'redis-sentinel'].includes(name)
      ? ['"parallel-update-drops-quorum: the members bootstrap together, which needs Parallel"'] : []);
  });

  test('keeps every name, claim, budget and order', () => {
    expect(IdentitySnapshot.of(synthesized().chart).text).toMatchSnapshot();
  });
});

describe('the Redis master of the article', () => {
  const SAVE_PATH = 'tcp://test-redis-pod-0.test-redis-service.default.svc.cluster.local:6379';

  test('has the address that the article gives to session.save_path', () => {
    const { identity } = new RedisReplicationChart(Testing.app(), 'redis-replication').workload;
    expect(identity.pod(0).url('tcp', 6379)).toBe(SAVE_PATH);
  });

  test('fails without the claim: a master that restarts empty empties its replicas', () => {
    const app = Testing.app();
    const { statefulSet } = new RedisReplicationChart(app, 'redis-replication').workload;
    statefulSet.addJsonPatch(JsonPatch.remove('/spec/volumeClaimTemplates'), JsonPatch.remove('/spec/template/spec/containers/0/volumeMounts'));
    expect(() => app.synth()).toThrow(/stateful-without-storage.*replicas copy everything from test-redis-pod-0\.test-redis-service\.default\.svc\.cluster\.local/s);
  });

  test('has that address in the README', () => {
    expect(readFileSync(join(EXAMPLES, 'redis-replication', 'README.md'), 'utf8')).toContain(`session.save_path = "${SAVE_PATH}"`);
  });
});

/** The first lines that two texts do not share. */
function difference(committed: string, declared: string): string {
  const [before, after] = [committed.split('\n'), declared.split('\n')];
  const line = before.findIndex((value, i) => value !== after[i]);
  const at = line < 0 ? before.length : line;
  return [`line ${at + 1}`, `committed: ${before[at] ?? '(end)'}`, `declared:  ${after[at] ?? '(end)'}`].join('\n');
}
