import { spawnSync } from 'child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'fs';

/** Asked by packages before they start what they install; 101 forbids it. */
const POLICY = '/usr/sbin/policy-rc.d';
/** Another apt may be at work for a while, and a server may be busy. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
const KEPT = `${POLICY}.before-cdk8s-stateful`;

/** Installs Debian packages, none of which starts anything. */
export function installPackages(names: readonly string[]): void {
  if (names.length === 0) return;
  console.log(`installing ${names.join(', ')}`);
  if (existsSync(POLICY)) renameSync(POLICY, KEPT);
  try {
    writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
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
