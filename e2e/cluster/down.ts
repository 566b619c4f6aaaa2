import { runningCluster, removeState } from './cluster-state';
import { waitFor } from '../process/wait';

const LIMIT = 60;

async function main(): Promise<void> {
  const state = runningCluster();
  removeState();
  if (!state) return console.log('no cluster of this checkout runs');
  const { pid } = state.keeper;
  process.kill(pid, 'SIGTERM');
  await waitFor(`the process ${pid} of the cluster to end`, LIMIT, () => !isThere(pid), 100);
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
