import { removeState, runningCluster, startingKeeper } from './cluster-state';
import { waitFor } from '../process/wait';

/** Seconds: a cluster ends at once, and the kernel may need a minute to give back what it had. */
const LIMIT = 120;

async function main(): Promise<void> {
  const keeper = runningCluster()?.keeper ?? startingKeeper();
  if (!keeper) return console.log('no cluster of this checkout runs');
  process.kill(keeper.pid, 'SIGTERM');
  await waitFor(`the process ${keeper.pid} of the cluster to end`, LIMIT, () => !isThere(keeper.pid), 100);
  removeState(keeper);
  console.log('the cluster is gone');
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

main().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
