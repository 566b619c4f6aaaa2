import { Cluster } from './cluster';
import { removeState, thisKeeper, writeStarting, writeState } from './cluster-state';
import { ClusterVersion } from '../build/programs';
import { stopOnSignals } from '../process/on-signal';

// The process that a cluster lives in when `up.ts` has ended, of the version and with the groups of its arguments. It ends with the
// cluster, and the cluster with it.

async function main(): Promise<void> {
  let cluster: Cluster | undefined;
  stopOnSignals(async () => {
    writeStarting(undefined);
    await cluster?.stop();
    removeState(thisKeeper());
  });
  writeStarting(thisKeeper());
  cluster = await Cluster.start(process.argv[2] as ClusterVersion, Number(process.argv[3]), (line) => console.log(line))
    .finally(() => writeStarting(undefined));
  writeState(cluster.state);
  await cluster.ended;
  // It has ended by itself: its guards, its folder and its cgroups are still there.
  await cluster.stop();
  removeState(thisKeeper());
}

main().then(() => process.exit(0), (error) => {
  console.error(`error: ${error.message}`);
  process.exit(1);
});
