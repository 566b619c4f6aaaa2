import { existsSync, readFileSync, writeFileSync } from 'fs';
import { availableParallelism } from 'os';
import { dirname, join } from 'path';
import { SCENARIOS } from './cases';
import { Choice, choose, Chosen } from './choice';
import { ClusterPlace } from './cluster-place';
import { keepsNothing, whyNoDnsChange } from './core-dns';
import { lacks, whyLeft } from './foreign';
import { Kubectl } from './kubectl';
import { asText, commitOf, isMeasured } from './measured';
import { freeNodes } from './nodes';
import { exitCode, report, Run, summary, withEarlier } from './result';
import { runAll } from './runner';
import { Scenario } from './scenario';
import { bringImages } from './scenario-images';
import { goBinary } from '../build/go-binary';
import { kubectl as kubectlProgram } from '../build/programs';
import { ClusterState } from '../cluster/cluster-state';
import { THIS_MACHINE } from '../cluster/requirements';
import { ApiClient } from '../control-plane/api-client';
import { imageArchive } from '../images/archive';
import { logsFolder, pruneLogs } from '../process/logs';
import { stopOnSignals } from '../process/on-signal';

export interface RunOptions extends Choice {
  /** Where the results are written. */
  readonly json?: string;
  /** Results that the file holds of scenarios that are not run now stay there. */
  readonly keep?: boolean;
  /**
   * How many run beside each other.
   *
   * @default - as many as the cluster has groups of nodes; one on any other cluster
   */
  readonly atOnce?: number;
  /**
   * How often a time without a promise is measured, where it can differ much.
   *
   * @default 1
   */
  readonly rounds?: number;
}

/** How many scenarios run beside each other. @throws if the cluster has no nodes for so many */
function lanes({ atOnce }: RunOptions, scenarios: number, ours?: ClusterState): number {
  const most = ours?.groups.length ?? atOnce ?? 1;
  const wanted = Math.min(atOnce ?? most, scenarios);
  if (wanted > most) throw new Error(`--at-once ${atOnce}: this cluster has nodes for ${most}; npm run e2e:up -- --groups ${atOnce} makes one for so many`);
  return wanted;
}

/** A file of docs/measured, or one with earlier results, is left as it was by a run with a failure. */
function keep(file: string, run: Run, earlier: boolean, tell: (line: string) => void): void {
  if ((earlier || isMeasured(file)) && exitCode(run.results) !== 0) return tell(`${file} stays as it was: only what has passed is written there`);
  const whole = earlier && existsSync(file) ? withEarlier(run, JSON.parse(readFileSync(file, 'utf8'))) : run;
  writeFileSync(file, asText(whole));
}

/** Names of the components and their versions, as far as a cluster tells them. */
async function versionsOf(client: ApiClient, ours: ClusterState | undefined): Promise<Record<string, string>> {
  const { gitVersion } = await client.get('/version');
  const { items } = await client.get('/api/v1/nodes');
  const { kubeletVersion, containerRuntimeVersion, kernelVersion } = items[0].status.nodeInfo;
  return {
    kubernetes: gitVersion,
    kubelet: kubeletVersion,
    runtime: containerRuntimeVersion,
    kernel: kernelVersion,
    ...(ours && { coreDns: ours.versions.coreDns, runc: ours.versions.runc }),
  };
}

/** What can be run here of what is wished. @throws if the cluster lacks what all of them need */
async function choice(options: Choice, client: ApiClient, ours: boolean): Promise<Chosen> {
  const { scenarios, left } = choose(SCENARIOS, options, ours);
  if (ours) return { scenarios, left };
  const { items: nodes } = await client.get('/api/v1/nodes');
  const problems = lacks(nodes, (await client.get('/apis/storage.k8s.io/v1/storageclasses')).items);
  if (problems.length > 0) throw new Error(`the scenarios cannot run on this cluster:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  const others = { pods: (await client.get('/api/v1/pods')).items, noDnsChange: await whyNoDnsChange(client) };
  const judged = scenarios.map((scenario) => ({ scenario, why: whyLeft(scenario, nodes, others) }));
  return {
    scenarios: judged.filter(({ why }) => why === undefined).map(({ scenario }) => scenario),
    left: [...left, ...judged.flatMap(({ scenario: { name }, why }) => (why === undefined ? [] : [{ scenario: name, why }]))],
  };
}

/**
 * Runs what is chosen.
 *
 * @param ours the cluster that was made for it; without it E2E_KUBECONFIG names one
 */
export async function runScenarios(options: RunOptions, ours?: ClusterState): Promise<Run> {
  if (!ours && !THIS_MACHINE.has('kubectl')) throw new Error('E2E_KUBECONFIG is used with the kubectl of this machine, and there is none');
  const kubectl = new Kubectl(ours ? goBinary(kubectlProgram(ours.version)) : 'kubectl', ours?.kubeconfig ?? process.env.E2E_KUBECONFIG!);
  const proxy = await kubectl.proxy();
  const client = new ApiClient({ server: proxy.url, ca: '', token: '' });
  const tell = (line: string) => console.log(line);
  pruneLogs();
  const logs = join(logsFolder(), `scenarios-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`);
  const start = performance.now();
  let place: ClusterPlace | undefined;
  let asked: Promise<void> | undefined;
  stopOnSignals(() => asked ??= place?.abandon() ?? Promise.resolve());
  try {
    if (ours) await freeNodes(client, dirname(ours.kubeconfig), tell);
    const { scenarios, left } = await choice(options, client, ours !== undefined);
    const atOnce = lanes(options, scenarios.length, ours);
    const archives = new Map(ours ? scenarios.map((scenario) => [scenario, (scenario.images?.() ?? []).map(imageArchive)]) : []);
    const bring = async (scenario: Scenario, lane: number) => { if (ours) await bringImages(archives.get(scenario)!, ours.groups[lane]); };
    place = new ClusterPlace(client, kubectl, logs, bring, { groups: ours?.groups.map(({ name }) => name), rounds: options.rounds });
    // Nodes that belong to everybody are drained for nobody else; and where a Corefile keeps nothing, to measure an older one changes
    // the answers for all pods.
    const dnsIsAll = ours !== undefined && await keepsNothing(client);
    const everything = ({ alone, changesDns, disturbs }: Scenario) => alone === 'cluster' || (dnsIsAll && changesDns === true) || (!ours && disturbs === true);
    const date = new Date().toISOString();
    const results = await runAll(scenarios, place, tell, { atOnce, everything, isAsked: () => asked !== undefined });
    if (asked) {
      await asked;
      throw new Error('the run has been asked to end');
    }
    const commit = commitOf();
    const run: Run = {
      date,
      ...(commit !== undefined && { commit }),
      versions: await versionsOf(client, ours),
      nodes: ours ? ours.groups[0].containerds.length : (await client.get('/api/v1/nodes')).items.length,
      atOnce,
      machine: { node: process.version, cpus: availableParallelism() },
      seconds: Math.round((performance.now() - start) / 1000),
      left,
      results: results.map((result) => ({ ...result, date, ...(commit !== undefined && { commit }) })),
    };
    if (options.json) keep(options.json, run, options.keep ?? false, tell);
    for (const { scenario, why } of left) tell(`left out: ${scenario}: ${why}`);
    tell(`\n${report(results)}\n\n${summary(results)}`);
    return run;
  } finally {
    client.close();
    proxy.stop();
  }
}
