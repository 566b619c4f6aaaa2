import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { ClusterVersion } from '../build/programs';

/** What others need to know of a cluster that runs. */
export interface ClusterState {
  /** The process that keeps it, and when it was started, as /proc tells: numbers of processes are given again. */
  readonly keeper: { readonly pid: number; readonly startTime: string };
  /** A process in its network namespace. */
  readonly insidePid: number;
  /** Of the administrator; the server's address is one of that namespace. */
  readonly kubeconfig: string;
  /** Sockets of the nodes' containerds. */
  readonly containerds: readonly string[];
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

export function removeState(file = FILE): void {
  rmSync(file, { force: true });
}
