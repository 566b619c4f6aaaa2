import { spawnSync } from 'child_process';
import { readFileSync, readdirSync, readlinkSync } from 'fs';
import { join } from 'path';
import { waitFor } from '../../process/wait';

/** A process, as /proc tells of it. */
export interface Seen {
  readonly pid: number;
  readonly parent: number;
  /** What its mount namespace is called. */
  readonly mounts: string;
}

/** The processes with these mounts, and all that descend from them: containers have mounts of their own. */
export function familyOf(mounts: string, all: readonly Seen[]): number[] {
  const family = new Set(all.filter((each) => each.mounts === mounts).map(({ pid }) => pid));
  for (let before = -1; before !== family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** A process may end while it is looked at. */
function seen(pid: string): Seen[] {
  try {
    const [, parent] = readFileSync(join('/proc', pid, 'stat'), 'utf8').split(') ')[1].split(' ');
    return [{ pid: Number(pid), parent: Number(parent), mounts: readlinkSync(join('/proc', pid, 'ns', 'mnt')) }];
  } catch {
    return [];
  }
}

/**
 * A node that nobody hears of any more: kubelet, containerd and all containers stand still, and no packet reaches its
 * pods. Others cannot tell whether it has no power, no network, or hangs.
 */
export class LostNode {
  private readonly bridge: string;
  private readonly mounts: string;

  /** @param folder where the node keeps its files; this process is in the network namespace of the cluster */
  public constructor(folder: string) {
    const { plugins: [{ bridge }] } = JSON.parse(readFileSync(join(folder, 'cni', '10-pods.conflist'), 'utf8'));
    this.bridge = bridge;
    this.mounts = mountsOf(join(folder, 'containerd.toml'));
  }

  /** Takes it away. */
  public async lose(): Promise<void> {
    const still = new Set<number>();
    // What is started in between stands still in the next round.
    await waitFor('every process of the node to stand still', 10, () => {
      const moving = this.processes().filter((pid) => !still.has(pid));
      for (const pid of moving) if (signal(pid, 'SIGSTOP')) still.add(pid);
      return moving.length === 0;
    }, 20);
    this.link('down');
  }

  /** Brings it back, as it was. */
  public bringBack(): void {
    this.link('up');
    for (const pid of this.processes()) signal(pid, 'SIGCONT');
  }

  private processes(): number[] {
    return familyOf(this.mounts, readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap(seen));
  }

  private link(state: 'up' | 'down'): void {
    const { status, stderr, error } = spawnSync('ip', ['link', 'set', this.bridge, state], { encoding: 'utf8' });
    if (error || status !== 0) throw new Error(`ip link set ${this.bridge} ${state}: ${error?.message ?? stderr.trim()}`);
  }
}

/** The mount namespace of the process that was started with this file. */
function mountsOf(config: string): string {
  const pid = readdirSync('/proc').find((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(join('/proc', name, 'cmdline'), 'utf8').endsWith(`--config\0${config}\0`);
    } catch {
      return false;
    }
  });
  if (pid === undefined) throw new Error(`there is no process with ${config}: the node does not run on this machine`);
  return readlinkSync(join('/proc', pid, 'ns', 'mnt'));
}

/** Whether it was there. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
