import '../build/own-sources';
import { ChildProcess, spawn } from 'child_process';
import { Command, InvalidArgumentError } from 'commander';
import { SCENARIOS } from './cases';
import { choose } from './choice';
import { writeTables } from './measured';
import { INSIDE, ourCluster } from './our-cluster';
import { exitCode } from './result';
import { RunOptions, runScenarios } from './run-scenarios';
import { makeImages, writeImages } from './scenario-images';
import { ClusterVersion } from '../build/programs';
import { Cluster } from '../cluster/cluster';
import { ClusterState, runningCluster } from '../cluster/cluster-state';
import { kubernetesOption, versionOf } from '../cluster/cluster-version';
import { entering } from '../cluster/entering';
import { GROUPS } from '../cluster/nodes';
import { prepare } from '../cluster/prepare';
import { guardGroup } from '../process/guard';
import { stopOnSignals } from '../process/on-signal';
import { within } from '../process/wait';

// Runs the scenarios: on the cluster of E2E_KUBECONFIG, else on the one that `npm run e2e:up` has started, else on one
// that is started for them and ends with them.

/** Seconds for a run that has been asked to end, which is more than it gives itself. */
const STOP = 60;
/** Seconds for all scenarios, five times what they take; no wait of theirs is without a limit either. */
const LIMIT = 3600;

/** The same command once more, in the network of a cluster. */
class RunInside {
  /** With its exit code. */
  public readonly ended: Promise<number>;
  private readonly child: ChildProcess;

  public constructor(state: ClusterState) {
    const [program, ...args] = entering(state, [process.execPath, ...process.execArgv, ...process.argv.slice(1)]);
    // A group of its own: whoever ends this process, even by SIGKILL, ends that one.
    this.child = spawn(program, args, { stdio: 'inherit', detached: true, env: { ...process.env, [INSIDE]: JSON.stringify(state) } });
    const guard = this.child.pid === undefined ? undefined : guardGroup(this.child.pid);
    const ended = new Promise<number>((resolve, reject) => {
      this.child.once('error', reject).once('exit', (code) => { guard?.release(); resolve(code ?? 1); });
    });
    this.ended = within(LIMIT, 'the scenarios to end', ended);
  }

  public get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Lets it take back what it has changed, and ends it if that takes too long. */
  public async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await within(STOP, 'the scenarios to stop', this.ended).catch((error) => {
      console.error(`error: ${error.message}`);
      this.child.kill('SIGKILL');
    });
  }
}

/** Without a cluster every scenario would wait until its limits. */
async function clusterGone(inside: RunInside): Promise<number> {
  // It is stopped too when all is done.
  if (inside.hasEnded) return inside.ended;
  console.error('error: the cluster has ended in the middle of the run');
  await inside.stop();
  return 1;
}

async function runOnOurs(): Promise<number> {
  const there = runningCluster();
  const { scenarios } = choose(SCENARIOS, options, true);
  const version = versionOf(options.kubernetes, there);
  if (!there) prepare(version);
  makeImages(scenarios);
  if (there) {
    const inside = new RunInside(there);
    stopOnSignals(() => inside.stop());
    return inside.ended;
  }
  console.log('starting a cluster');
  const cluster = await Cluster.start(version, Math.min(options.atOnce ?? GROUPS, scenarios.length), (line) => console.log(line));
  const { state } = cluster;
  console.log(`ready after ${state.seconds} s`);
  const inside = new RunInside(state);
  stopOnSignals(() => inside.stop().finally(() => cluster.stop()));
  try {
    const status = await Promise.race([inside.ended, cluster.ended.then(() => clusterGone(inside))]);
    if (status !== 0) console.error(`all logs of the cluster: ${cluster.keepLogs()}`);
    return status;
  } finally {
    await cluster.stop();
  }
}

/** A number of the command line. */
function count(text: string): number {
  if (!/^[1-9]$/.test(text)) throw new InvalidArgumentError('write a number from 1 to 9');
  return Number(text);
}

const options: RunOptions & { readonly images?: string; readonly kubernetes?: ClusterVersion } = new Command('test:e2e')
  .description('Runs the scenarios on a whole Kubernetes with real pods.')
  .option('--only <words>', 'run the scenarios that have one of these words in their names, with commas between them')
  .option('--all', 'run every scenario, also those that disturb others of a foreign cluster; writes docs/measured and the tables of the guides, unless --json says otherwise')
  .option('--systems', 'run those that run a real system, the slow ones too')
  .option('--json <file>', 'write the results there, with versions')
  .option('--keep', 'leave what that file holds of scenarios that are not run now')
  .option('--at-once <number>', 'run so many beside each other, each on three nodes of its own', count)
  .option('--rounds <number>', 'measure times that differ much so often', count)
  .option('--images <folder>', 'run nothing: write archives of the images there, for the nodes of another cluster')
  .addOption(kubernetesOption())
  .parse().opts();

async function runHere(ours?: ClusterState): Promise<number> {
  const run = await runScenarios(options, ours);
  const status = exitCode(run.results);
  const { all, only, systems, json } = options;
  if (!ours || !all || only !== undefined || systems || json !== undefined) return status;
  if (status === 0) writeTables(run, ours.version);
  else console.error('docs/measured stays as it was: only a run in which every scenario passed is written there');
  return status;
}

async function main(): Promise<number> {
  if (options.images !== undefined) {
    console.log(writeImages(choose(SCENARIOS, options, true).scenarios, options.images));
    return 0;
  }
  const inside = ourCluster();
  if (process.env.E2E_KUBECONFIG && options.kubernetes) throw new Error('the cluster of E2E_KUBECONFIG has the version that it has: leave out --kubernetes');
  if (inside) return runHere(inside);
  return process.env.E2E_KUBECONFIG ? runHere() : runOnOurs();
}

// What somebody has forgotten to stop must not keep a run whose results are known.
main().then((code) => process.exit(code), (error) => {
  console.error(`error: ${error.message}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
