import { ChildProcess } from 'child_process';
import { atExit } from './at-exit';

/** Sees to it that a process does not outlive this one. */
export function keep<Child extends ChildProcess>(child: Child): Child {
  const done = atExit(() => child.kill('SIGKILL'));
  child.on('close', done);
  return child;
}
