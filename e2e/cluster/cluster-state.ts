import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { ClusterVersion } from '../build/programs';

/** The process that keeps a cluster, and when it was started, as /proc tells: numbers of processes are given again. */
export interface Keeper {
  readonly pid: number;
  readonly startTime: string;
}

/** What others need to know of a cluster that runs. */
export interface ClusterState {
  readonly keeper: Keeper;
  /** A process in its network namespace. */
  readonly insidePid: number;
  /** Of the administrator; the server's address is one of that namespace. */
  readonly kubeconfig: string;
  readonly groups: readonly NodeGroup[];
  /** What was asked for: its programs are of this version of Kubernetes, and so is the kubectl for it. */
  readonly version: ClusterVersion;
  readonly versions: ClusterVersions;
  /** Seconds from its first program to ready. */
  readonly seconds: number;
}

/** Nodes that one scenario has for itself. */
export interface NodeGroup {
  /** Value of the label of its nodes. */
  readonly name: string;
  /** Sockets of their containerds. */
  readonly containerds: readonly string[];
}

export interface ClusterVersions {
  readonly kubernetes: string;
  readonly coreDns: string;
  readonly containerd: string;
  readonly runc: string;
  readonly kernel: string;
}

/** One cluster for each checkout. */
const FILE = resolve(__dirname, '..', '..', '.cache', 'cluster.json');
const STARTING = resolve(__dirname, '..', '..', '.cache', 'cluster-starting.json');

/** When a process was started, in ticks since the start of the machine; undefined if there is none. */
export function startTime(pid: number): string | undefined {
  const file = join('/proc', `${pid}`, 'stat');
  // The name in parentheses may hold blanks.
  return existsSync(file) ? readFileSync(file, 'utf8').split(') ')[1].split(' ')[19] : undefined;
}

/** The cluster of this checkout that runs; undefined if none does. */
export function runningCluster(file = FILE): ClusterState | undefined {
  if (!existsSync(file)) return undefined;
  const state = JSON.parse(readFileSync(file, 'utf8')) as ClusterState;
  return startTime(state.keeper.pid) === state.keeper.startTime ? state : undefined;
}

export function writeState(state: ClusterState, file = FILE): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state, undefined, 2));
  renameSync(`${file}.new`, file);
}

/**
 * Removes what is known of a cluster.
 *
 * @param keeper whose cluster it must be: that of another process, which has been started since, stays known
 */
export function removeState({ pid, startTime: since }: Keeper, file = FILE): void {
  if (!existsSync(file)) return;
  const { keeper } = JSON.parse(readFileSync(file, 'utf8')) as ClusterState;
  if (keeper.pid === pid && keeper.startTime === since) rmSync(file, { force: true });
}

/** This process, as the one that keeps a cluster. */
export function thisKeeper(): Keeper {
  return { pid: process.pid, startTime: startTime(process.pid)! };
}

/** The process that starts a cluster of this checkout and has not ended; undefined if there is none. */
export function startingKeeper(file = STARTING): Keeper | undefined {
  if (!existsSync(file)) return undefined;
  const keeper = JSON.parse(readFileSync(file, 'utf8')) as Keeper;
  return startTime(keeper.pid) === keeper.startTime ? keeper : undefined;
}

/** Lets others know of a cluster before it is ready; @param keeper undefined when it is, or will never be. */
export function writeStarting(keeper: Keeper | undefined, file = STARTING): void {
  mkdirSync(dirname(file), { recursive: true });
  if (keeper) writeFileSync(file, JSON.stringify(keeper));
  else rmSync(file, { force: true });
}
