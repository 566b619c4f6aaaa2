import { spawnSync } from 'child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';
import { startTime } from './cluster-state';
import { stillWorking } from '../process/still-working';

/** Of the packages of a busy mirror; a build of Kubernetes' size is `go-binary.ts`'s. */
const LIMIT = 1200;
/** Asked by packages before they start what they install; 101 forbids it. */
const POLICY = '/usr/sbin/policy-rc.d';
const OURS = '# Of cdk8s-stateful, for as long as this process of it installs packages:';
/** Another apt may be at work for a while, and a server may be busy. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];

/** Installs Debian packages, none of which starts anything. */
export function installPackages(names: readonly string[]): void {
  // Before anything else: it would keep other packages from starting what they install for ever.
  takeBackPolicy();
  if (names.length === 0) return;
  console.log(`installing ${names.join(', ')}`);
  const work = stillWorking(`installing ${names.join(', ')}`);
  try {
    writePolicy();
    aptGet('update', '-qq');
    aptGet('install', '-y', '--no-install-recommends', ...names);
  } finally {
    work.stop();
    takeBackPolicy(POLICY, process.pid);
  }
}

/** Nothing that is installed from now on starts; what was there before is kept beside it. */
export function writePolicy(policy = POLICY): void {
  if (existsSync(policy) && !readFileSync(policy, 'utf8').includes(OURS)) renameSync(policy, kept(policy));
  writeFileSync(policy, `#!/bin/sh\n${OURS} ${process.pid} ${startTime(process.pid)}\nexit 101\n`, { mode: 0o755 });
}

/**
 * Brings back what was there before.
 *
 * @param pid whose policy it may be besides that of a process that has ended: one that was killed could not do it itself
 */
export function takeBackPolicy(policy = POLICY, pid?: number): void {
  if (!existsSync(policy)) return;
  const [, owner, since] = new RegExp(`${OURS} (\\d+) (\\d+)`).exec(readFileSync(policy, 'utf8')) ?? [];
  if (owner === undefined || (startTime(Number(owner)) === since && Number(owner) !== pid)) return;
  rmSync(policy, { force: true });
  if (existsSync(kept(policy))) renameSync(kept(policy), policy);
}

function kept(policy: string): string {
  return `${policy}.before-cdk8s-stateful`;
}

function aptGet(...args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync('apt-get', [...PATIENCE, ...args], { encoding: 'utf8', timeout: LIMIT * 1000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (error || status !== 0) throw new Error(`apt-get ${args.join(' ')} failed: ${error?.message ?? `${stdout}${stderr}`}`);
}
