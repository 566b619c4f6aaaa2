import { spawnSync } from 'child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'fs';

/** Asked by packages before they start what they install; 101 forbids it. */
const POLICY = '/usr/sbin/policy-rc.d';
const NOTHING_STARTS = '#!/bin/sh\n# Of cdk8s-stateful, for as long as it installs packages.\nexit 101\n';
/** Another apt may be at work for a while, and a server may be busy. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
const KEPT = `${POLICY}.before-cdk8s-stateful`;

/** Installs Debian packages, none of which starts anything. */
export function installPackages(names: readonly string[]): void {
  if (names.length === 0) return;
  console.log(`installing ${names.join(', ')}`);
  // One of ours is what a run has left that was killed.
  if (existsSync(POLICY) && readFileSync(POLICY, 'utf8') !== NOTHING_STARTS) renameSync(POLICY, KEPT);
  try {
    writeFileSync(POLICY, NOTHING_STARTS, { mode: 0o755 });
    aptGet('update', '-qq');
    aptGet('install', '-y', '--no-install-recommends', ...names);
  } finally {
    rmSync(POLICY, { force: true });
    if (existsSync(KEPT)) renameSync(KEPT, POLICY);
  }
}

function aptGet(...args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync('apt-get', [...PATIENCE, ...args], { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (error || status !== 0) throw new Error(`apt-get ${args.join(' ')} failed: ${error?.message ?? `${stdout}${stderr}`}`);
}
