import { spawn } from 'child_process';

/** Takes back what is left behind, unless it is told in time that nothing is. */
export interface Guard {
  /** There is nothing left to take back. */
  release(): void;
}

/**
 * Runs a line of shell when this process ends in any way, SIGKILL included.
 *
 * The shell reads a pipe that only this process holds: its end is the end of this process.
 */
function guard(onDeath: string, argument: string): Guard {
  const shell = spawn('sh', ['-c', `read -r released || { ${onDeath}; }`, 'guard', argument], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  return { release: () => void shell.stdin.end('released\n') };
}

/** A line of shell that tries something until nothing of a name is there, and still nothing a moment later; for two minutes at most. */
function untilGone(pattern: string, remove: string): string {
  return `n=0; while [ $n -lt 240 ] && { ls -d ${pattern} || { sleep 0.5; ls -d ${pattern}; }; }; do ${remove}; sleep 0.5; n=$((n+1)); done >/dev/null 2>&1`;
}

/** Kills a process group when this process is gone. */
export function guardGroup(group: number): Guard {
  return guard('kill -s KILL -- "-$1"', `${group}`);
}

/** Removes a folder when this process is gone: its programs, which are killed at the same time, may write into it until they have ended. */
export function guardFolder(folder: string): Guard {
  return guard(untilGone('"$1"', 'rm -rf -- "$1"'), folder);
}

/** Removes the cgroups of this name, and those below them, when this process is gone, as soon as their processes are. */
export function guardCgroups(name: string): Guard {
  return guard(untilGone('/sys/fs/cgroup/*/"$1"', 'find /sys/fs/cgroup/*/"$1" -depth -type d -exec rmdir {} +'), name);
}
