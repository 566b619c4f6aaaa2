import { spawn } from 'child_process';

/** Seconds between two lines. */
const EVERY = 30;

/**
 * Says now and then that something goes on: while a program is waited for with `spawnSync`, this process says nothing.
 *
 * @param every seconds between two lines
 */
export function stillWorking(what: string, every = EVERY): { stop(): void } {
  const script = 'n=0; while sleep "$2" && kill -0 "$3" 2>/dev/null; do n=$((n+$2)); echo "  still $1, after $n s" >&2; done';
  const shell = spawn('sh', ['-c', script, 'still', what, `${every}`, `${process.pid}`], { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  shell.on('error', () => undefined).unref();
  return {
    stop: () => {
      try {
        if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
    },
  };
}
