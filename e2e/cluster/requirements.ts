import { spawnSync } from 'child_process';
import { accessSync, constants, existsSync } from 'fs';
import { delimiter, join } from 'path';
import { CGROUPS } from './namespaces';
import { CNI_PLUGINS } from './node/containerd-config';

/** What a machine must be; asked in a test without being one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly uid: number | undefined;
  /** What `go version` prints; undefined where there is no Go. */
  readonly go: string | undefined;
  /** Whether the controllers of cgroup v1 are there. */
  readonly cgroupV1: boolean;
  /** Whether a program or a file is there. */
  has(programOrFile: string): boolean;
}

/** Programs and files with the Debian package that brings them. */
export const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['containerd', 'containerd'],
  ['ctr', 'containerd'],
  ['runc', 'runc'],
  [`${CNI_PLUGINS}/bridge`, 'containernetworking-plugins'],
  ['iptables', 'iptables'],
  ['conntrack', 'conntrack'],
  ['ip', 'iproute2'],
  ['sysctl', 'procps'],
  ['/bin/busybox', 'busybox-static'],
  ['unshare', 'util-linux'],
  ['nsenter', 'util-linux'],
]);

/** The oldest that builds all programs. */
const GO = [1, 26];

/** The packages that are not there, each once. */
export function missingPackages(machine: Machine, packages: ReadonlyMap<string, string> = PACKAGES): string[] {
  return [...new Set([...packages].filter(([program]) => !machine.has(program)).map(([, name]) => name))];
}

/** Everything that stands in the way of a cluster, in full sentences. */
export function obstacles(machine: Machine): string[] {
  if (machine.platform !== 'linux') return [`this is ${machine.platform}, and nodes need Linux: their namespaces are those of its kernel`];
  const missing = missingPackages(machine);
  return [
    ...(machine.uid === 0 ? [] : ['root is needed: namespaces, mounts and containers are made']),
    ...(recentGo(machine.go) ? [] : [`Go ${GO.join('.')} or later is needed to build Kubernetes, and ${machine.go?.trim() ?? 'there is none'}: see https://go.dev/dl`]),
    ...(machine.cgroupV1 ? [] : [`cgroup v1 is needed below ${CGROUPS}: nothing here was ever run on a machine that has v2 alone`]),
    ...(missing.length === 0 || machine.has('apt-get') ? [] : [`apt-get is needed to install ${missing.join(', ')}, or these by hand`]),
  ];
}

function recentGo(version: string | undefined): boolean {
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return Number(major) > GO[0] || (Number(major) === GO[0] && Number(minor) >= GO[1]);
}

/** One message that says all of it. */
export function refusal(problems: readonly string[]): string {
  return [
    'a cluster cannot be started here:',
    ...problems.map((problem) => `- ${problem}`),
    'The scenarios run on any other cluster too: E2E_KUBECONFIG=FILE npm run test:e2e',
  ].join('\n');
}

/** This machine. */
export const THIS_MACHINE: Machine = {
  platform: process.platform,
  uid: process.getuid?.(),
  get go() {
    const { status, stdout } = spawnSync('go', ['version'], { encoding: 'utf8' });
    return status === 0 ? stdout : undefined;
  },
  cgroupV1: existsSync(join(CGROUPS, 'memory', 'cgroup.procs')),
  has: (name) => (name.startsWith('/') ? existsSync(name) : inPath(name)),
};

function inPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
