import { Cluster } from './cluster';
import { removeState, writeState } from './cluster-state';
import { ClusterVersion } from '../build/programs';
import { stopOnSignals } from '../process/on-signal';

// The process that a cluster of the version of its argument lives in when `up.ts` has ended. It ends with the cluster, and the cluster with it.

async function main(): Promise<void> {
  const cluster = await Cluster.start(process.argv[2] as ClusterVersion, (line) => console.log(line));
  stopOnSignals(() => cluster.stop());
  writeState(cluster.state);
  await cluster.ended;
  removeState();
}

main().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
