import { execFileSync, spawnSync } from 'child_process';
import { mkdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { goBinary } from '../../e2e/build/go-binary';
import { KUBE_SCORE } from '../../e2e/build/programs';

const ROOT = resolve(__dirname, '..', '..');
const FILE = join(ROOT, 'node_modules', '.cache', 'bench-checker', 'default.yaml');

/** The least that a user writes: an image, a port, a user, resources and a claim. */
const DECLARATION = `
const { App, Chart, Size } = require('cdk8s');
const { ContainerResources, Cpu, Probe } = require('cdk8s-plus-28');
const { StatefulWorkload } = require(${JSON.stringify(ROOT)});
const app = new App();
const chart = new Chart(app, 'default', { namespace: 'prod' });
const workload = new StatefulWorkload(chart, 'db', { replicas: 3, runAs: 10001 });
const server = workload.addContainer({
  image: 'example.org/db:1.2.3', ports: [{ name: 'sql', number: 5432 }], readiness: Probe.fromTcpSocket({ port: 5432 }),
  resources: { cpu: { request: Cpu.millis(250) }, memory: { request: Size.mebibytes(512), limit: Size.mebibytes(512) } },
});
workload.claim('data', { storage: Size.gibibytes(10) }).mount(server, '/data');
process.stdout.write(app.synthYaml());
`;

/** What kube-score says of our default output, and why it stays. */
const KNOWN: Readonly<Record<string, string>> = {
  'container-resources': 'a CPU limit throttles a server that could use an idle node; memory is limited',
  'container-image-pull-policy': 'a pinned tag does not change, and pulling it always makes the registry part of every restart',
  'container-ephemeral-storage-request-and-limit': 'only the author knows how much an image writes beside its volumes',
  'pod-networkpolicy': 'only the author knows who connects: addNetworkPolicy() renders one',
  'statefulset-has-host-podantiaffinity': 'a topologySpreadConstraint spreads over hosts, and still schedules when there are fewer hosts than members',
  'container-security-context-readonlyrootfilesystem': 'most servers write to /tmp or /run, and no volume is put there; securityContext of the container turns it on',
};

/** Findings of kube-score that nobody has reasoned about, and reasons for findings that are gone. */
export function defaultOutput(): { readonly known: readonly string[]; readonly unexpected: readonly string[]; readonly gone: readonly string[] } {
  mkdirSync(join(FILE, '..'), { recursive: true });
  writeFileSync(FILE, execFileSync(process.execPath, ['-e', DECLARATION], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] }));
  const { stdout, status } = spawnSync(goBinary(KUBE_SCORE), ['score', FILE, '--output-format', 'json'], { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`kube-score ended with ${status}`);
  const objects: any[] = JSON.parse(stdout);
  // 1 is critical, 5 a warning; 7 is called almost ok and passes.
  const checks: any[] = objects.flatMap((object) => object.checks);
  const found = [...new Set(checks.filter(({ grade, skipped }) => !skipped && grade < 7).map(({ check }): string => check.id))].sort();
  return {
    known: found.filter((id) => id in KNOWN).map((id) => `${id}: ${KNOWN[id]}`),
    unexpected: found.filter((id) => !(id in KNOWN)),
    gone: Object.keys(KNOWN).filter((id) => !found.includes(id)),
  };
}
