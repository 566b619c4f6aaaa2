import { spawn } from 'child_process';
import { mkdirSync, openSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { Command, Option } from 'commander';
import { ClusterState, runningCluster, startingKeeper } from './cluster-state';
import { kubernetesOption, versionOf } from './cluster-version';
import { GROUPS, MOST_GROUPS, nodePlans } from './nodes';
import { prepare } from './prepare';
import { ClusterVersion } from '../build/programs';
import { Ended, waitFor } from '../process/wait';

const LOG = resolve(__dirname, '..', '..', '.cache', 'cluster.log');
/** Seconds; `cluster.ts` gives up before, after its second try. */
const LIMIT = 1000;
/** By which somebody asks this process to end; the keeper has a group of its own and hears of none of them. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const GROUPS_OPTION = new Option('--groups <number>', 'groups of three nodes: so many scenarios run at once')
  .choices(Array.from({ length: MOST_GROUPS }, (_, index) => `${index + 1}`)).default(`${GROUPS}`);

/** Starts the process that keeps the cluster, shows what it says, and leaves it when the cluster is ready. */
async function startKeeper(version: ClusterVersion, groups: number): Promise<ClusterState> {
  mkdirSync(join(LOG, '..'), { recursive: true });
  const log = openSync(LOG, 'w');
  const keeper = spawn(process.execPath, ['-r', 'ts-node/register/transpile-only', join(__dirname, 'keeper.ts'), version, `${groups}`], {
    detached: true, stdio: ['ignore', log, log], env: { ...process.env, TS_NODE_PROJECT: join(__dirname, '..', 'tsconfig.json') },
  });
  let shown = 0;
  const show = () => {
    const text = readFileSync(LOG, 'utf8');
    process.stdout.write(text.slice(shown));
    shown = text.length;
  };
  const interrupted = () => { keeper.kill('SIGTERM'); };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  const state = await waitFor('the cluster to be ready', LIMIT, () => {
    show();
    if (keeper.exitCode !== null || keeper.signalCode !== null) throw new Ended('the cluster was not started');
    return runningCluster();
  }, 200).catch((error) => {
    interrupted();
    throw error;
  });
  for (const signal of SIGNALS) process.off(signal, interrupted);
  keeper.unref();
  return state;
}

async function main(): Promise<void> {
  const { kubernetes, groups } = new Command('e2e:up').description('Starts a whole Kubernetes.')
    .addOption(kubernetesOption()).addOption(GROUPS_OPTION).parse().opts();
  const there = runningCluster();
  const version = versionOf(kubernetes, there);
  if (there) return console.log(`a cluster of this checkout runs already: process ${there.keeper.pid}`);
  const starting = startingKeeper();
  if (starting) throw new Error(`a cluster of this checkout is being started already: process ${starting.pid}; npm run e2e:down ends it`);
  prepare(version);
  console.log('starting a cluster');
  const { versions, seconds } = await startKeeper(version, Number(groups));
  console.log(`ready after ${seconds} s: Kubernetes ${versions.kubernetes}, ${nodePlans(Number(groups)).length} nodes, CoreDNS ${versions.coreDns}, containerd ${versions.containerd}`);
  console.log('npm run e2e:kubectl -- get pods --all-namespaces; npm run test:e2e; npm run e2e:down');
}

main().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
