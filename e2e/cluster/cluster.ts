import { execFileSync } from 'child_process';
import { existsSync, readFileSync, readdirSync, rmdirSync } from 'fs';
import { release } from 'os';
import { basename, join } from 'path';
import { ClusterState, thisKeeper } from './cluster-state';
import { Ready } from './inside';
import { CGROUPS, inOwnNamespaces } from './namespaces';
import { ClusterVersion } from '../build/programs';
import { coreDnsOf } from '../images/library';
import { Guard, guardCgroups } from '../process/guard';
import { PrivateFolder } from '../process/private-folder';
import { Processes, RunningProcess } from '../process/processes';
import { twice, waitFor } from '../process/wait';

const TS_NODE = ['-r', 'ts-node/register/transpile-only'];
const LIMIT = 400;
/** Seconds in which the kernel gives a cgroup back on a busy machine. */
const CGROUP = 60;

/**
 * A whole Kubernetes: control plane, nodes in groups of three, network, DNS, volumes. Processes, mounts, interfaces and addresses
 * are in namespaces of their own, which end with this process, however it ends.
 */
export class Cluster {
  /**
   * Starts it, and waits until its nodes and its DNS are ready; tried once more if that fails.
   *
   * @param version of Kubernetes
   * @param groups of three nodes: so many scenarios can run at once
   * @param progress told of each step
   */
  public static start(version: ClusterVersion, groups: number, progress: (line: string) => void): Promise<Cluster> {
    return twice(() => Cluster.startOnce(version, groups, progress), progress);
  }

  private static async startOnce(version: ClusterVersion, groups: number, progress: (line: string) => void): Promise<Cluster> {
    const cluster = new Cluster(version, groups, progress);
    try {
      await waitFor('the cluster to be ready', LIMIT, () => { cluster.unshare.check(); return existsSync(cluster.folder.file('ready')); }, 100);
      return cluster;
    } catch (error) {
      const logs = cluster.folder.keepLogs();
      await cluster.stop();
      throw new Error(`${(error as Error).message}\nall logs: ${logs}`);
    }
  }

  private readonly began = performance.now();
  private readonly folder = new PrivateFolder();
  private readonly processes = new Processes(this.folder.path);
  /** The parent of all cgroups of pods. */
  private readonly cgroup = basename(this.folder.path);
  private readonly guard: Guard = guardCgroups(this.cgroup);
  private readonly unshare: RunningProcess;
  private stopping?: Promise<void>;

  private constructor(private readonly version: ClusterVersion, groups: number, progress: (line: string) => void) {
    const inside = [process.execPath, ...TS_NODE, join(__dirname, 'inside.ts'), this.folder.path, version, `${groups}`];
    this.unshare = this.processes.start('cluster', 'sh', inOwnNamespaces(this.cgroup, inside), {
      graceSeconds: 0,
      env: { ...process.env as Record<string, string>, TMPDIR: this.folder.path, TS_NODE_PROJECT: join(__dirname, '..', 'tsconfig.json') },
      onStdout: (text) => progress(text.trimEnd()),
    });
  }

  public get state(): ClusterState {
    const { kubernetes, groups, kubeconfig } = JSON.parse(readFileSync(this.folder.file('ready'), 'utf8')) as Ready;
    return {
      keeper: thisKeeper(),
      insidePid: this.unshare.pid,
      kubeconfig,
      groups,
      version: this.version,
      versions: {
        kubernetes,
        coreDns: coreDnsOf(this.version),
        containerd: versionOf('containerd'),
        runc: versionOf('runc'),
        kernel: release(),
      },
      seconds: Math.round((performance.now() - this.began) / 1000),
    };
  }

  /** Ends when the cluster does. */
  public get ended(): Promise<void> {
    return this.unshare.ended;
  }

  public keepLogs(): string {
    return this.folder.keepLogs();
  }

  /** Ends everything. What is left of it is told, and is no fault of what has run: the guard goes on when this process has ended. */
  public stop(): Promise<void> {
    return this.stopping ??= this.takeDown();
  }

  private async takeDown(): Promise<void> {
    await this.processes.stop();
    await this.removeCgroups().then(() => this.guard.release(), warn);
    try {
      this.folder.remove();
    } catch (error) {
      warn(error as Error);
    }
  }

  private async removeCgroups(): Promise<void> {
    for (const controller of readdirSync(CGROUPS)) {
      const group = join(CGROUPS, controller, this.cgroup);
      // The last processes of a group go a moment after their namespace.
      await waitFor(`the cgroup ${group} to be empty`, CGROUP, () => { removeTree(group); return true; });
    }
  }
}

function warn({ message }: Error): void {
  console.error(`warning: ${message}`);
}

/** Only the folders of a cgroup can be removed, from the innermost on. */
function removeTree(group: string): void {
  if (!existsSync(group)) return;
  for (const entry of readdirSync(group, { withFileTypes: true })) if (entry.isDirectory()) removeTree(join(group, entry.name));
  rmdirSync(group);
}

function versionOf(program: string): string {
  return /\d+\.\d+\.\d+/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))![0];
}
