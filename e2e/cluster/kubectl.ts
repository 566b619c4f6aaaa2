import { spawnSync } from 'child_process';
import { runningCluster } from './cluster-state';
import { entering } from './entering';
import { goBinary } from '../build/go-binary';
import { kubectl } from '../build/programs';

// kubectl in the cluster that `npm run e2e:up` has started.

const state = runningCluster();
if (state) {
  const [program, ...args] = entering(state, [goBinary(kubectl(state.version)), `--kubeconfig=${state.kubeconfig}`, ...process.argv.slice(2)]);
  process.exitCode = spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
} else {
  console.error('error: no cluster of this checkout runs; npm run e2e:up starts one');
  process.exitCode = 1;
}
