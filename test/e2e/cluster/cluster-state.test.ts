import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ClusterState, removeState, runningCluster, startingKeeper, startTime, thisKeeper, writeStarting, writeState } from '../../../e2e/cluster/cluster-state';
import { entering } from '../../../e2e/cluster/entering';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-state-'));
const file = join(folder, '.cache', 'cluster.json');
afterAll(() => rmSync(folder, { recursive: true }));

function stateOf(pid: number, since: string): ClusterState {
  return {
    keeper: { pid, startTime: since },
    insidePid: 4711,
    kubeconfig: '/k',
    groups: [],
    version: '1.28',
    versions: { kubernetes: 'v1.28.15', coreDns: '1.10.1', containerd: '1.6.20', runc: '1.1.5', kernel: '6' },
    seconds: 20,
  };
}

test('a cluster runs as long as the process that keeps it', () => {
  expect(runningCluster(file)).toBeUndefined();
  const state = stateOf(process.pid, startTime(process.pid)!);
  writeState(state, file);
  expect(runningCluster(file)).toEqual(state);
  removeState(state.keeper, file);
  expect(runningCluster(file)).toBeUndefined();
});

test('another process with the same number is not taken for it', () => {
  writeState(stateOf(process.pid, '1'), file);
  expect(runningCluster(file)).toBeUndefined();
});

test('a number that nobody has is not taken for it', () => {
  writeState(stateOf(0x7fffffff, '1'), file);
  expect(runningCluster(file)).toBeUndefined();
});

test('a program is run in the network of the cluster, and in nothing else of it', () => {
  expect(entering(stateOf(1, '1'), ['kubectl', 'get', 'pods'])).toEqual(['nsenter', '--net=/proc/4711/ns/net', '--', 'kubectl', 'get', 'pods']);
});

test('a cluster that ends does not make another one unknown, which was started since', () => {
  const newer = stateOf(process.pid, startTime(process.pid)!);
  writeState(newer, file);
  removeState({ pid: 4711, startTime: '1' }, file);
  removeState({ pid: process.pid, startTime: '1' }, file);
  expect(runningCluster(file)).toEqual(newer);
  removeState(thisKeeper(), file);
  expect(runningCluster(file)).toBeUndefined();
});

test('a cluster is known while it starts, as long as the process that starts it is there', () => {
  const starting = join(folder, '.cache', 'starting.json');
  expect(startingKeeper(starting)).toBeUndefined();
  writeStarting(thisKeeper(), starting);
  expect(startingKeeper(starting)).toEqual({ pid: process.pid, startTime: startTime(process.pid) });
  writeStarting({ pid: process.pid, startTime: '1' }, starting);
  expect(startingKeeper(starting)).toBeUndefined();
  writeStarting(undefined, starting);
  expect(startingKeeper(starting)).toBeUndefined();
});
