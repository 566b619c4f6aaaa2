import { spawnSync } from 'child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
import { NodePlan } from './nodes';
import { API_SERVER, SERVICE_CIDR, UPSTREAM } from '../control-plane/addresses';

/** Kernel settings that every kubelet changes. They are not of a namespace, and this machine keeps its own. */
const KEPT = ['vm/overcommit_memory', 'vm/panic_on_oom', 'kernel/panic', 'kernel/panic_on_oops', 'kernel/keys/root_maxkeys', 'kernel/keys/root_maxbytes'];
const FORWARDING = ['net.ipv4.ip_forward=1', 'net.bridge.bridge-nf-call-iptables=1'];

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
}

/** Sets up the new network namespace that this process is in: it has no interface, so no way leads out of it. */
export function setUpNetwork(nodes: readonly NodePlan[]): void {
  run('ip', 'link', 'set', 'lo', 'up');
  for (const address of [API_SERVER, UPSTREAM, ...nodes.map((node) => node.address)]) run('ip', 'address', 'add', `${address}/32`, 'dev', 'lo');
  // What this process sends to a Service needs a route before kube-proxy's rules send it to a pod.
  run('ip', 'route', 'add', SERVICE_CIDR, 'dev', 'lo', 'src', API_SERVER);
  run('sysctl', '-qw', ...FORWARDING);
}

/** Puts files in front of the settings that kubelets change, in the mount namespace that this process is in. */
export function keepKernelSettings(folder: string): void {
  mkdirSync(join(folder, 'sysctl'));
  for (const setting of KEPT) {
    const file = join(folder, 'sysctl', basename(setting));
    writeFileSync(file, readFileSync(join('/proc/sys', setting)));
    run('mount', '--bind', file, join('/proc/sys', setting));
  }
}
