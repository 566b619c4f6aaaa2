import { ChildProcess, spawn } from 'child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'fs';
import { join } from 'path';
import { Guard, guardGroup } from './guard';
import { Ended } from './wait';

/** Lines of a log that an error shows. */
const SHOWN = 25;

export interface StartOptions {
  /**
   * Working directory.
   *
   * @default - this process's
   */
  readonly cwd?: string;
  /**
   * How long it may take to end by itself when it is stopped; with 0 it is killed at once.
   *
   * @default 5
   */
  readonly graceSeconds?: number;
}

/** A program in a process group of its own. */
export class RunningProcess {
  public readonly ended: Promise<void>;
  private readonly child: ChildProcess;
  private readonly guard?: Guard;
  private failure?: string;
  private running = true;

  public constructor(
    public readonly name: string, private readonly log: string, program: string, args: readonly string[], private readonly options: StartOptions,
  ) {
    const output = openSync(log, 'a');
    this.child = spawn(program, args, { cwd: options.cwd, stdio: ['ignore', output, output], detached: true });
    closeSync(output);
    if (this.child.pid !== undefined) this.guard = guardGroup(this.child.pid);
    this.ended = new Promise((resolve) => {
      const over = (how: string) => {
        this.running = false;
        this.failure ??= how;
        this.guard?.release();
        resolve();
      };
      this.child.once('error', (error) => over(`cannot be started: ${error.message}`));
      this.child.once('exit', (code, signal) => over(signal ? `was ended by ${signal}` : `ended with code ${code}`));
    });
  }

  public get hasEnded(): boolean {
    return !this.running;
  }

  /** The last lines of what the program has written. */
  public get lastLines(): string {
    return readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-SHOWN).map((line) => `  ${line}`).join('\n');
  }

  /** @throws Ended, with the end of the log, if the program does not run any more */
  public check(): void {
    if (!this.running) throw new Ended(`${this.name} ${this.failure}; the end of its log:\n${this.lastLines}`);
  }

  /** Ends the program and everything that it has started. */
  public async stop(): Promise<void> {
    if (!this.running) return;
    const { graceSeconds = 5 } = this.options;
    if (graceSeconds > 0) this.signal('SIGTERM');
    const late = setTimeout(() => this.signal('SIGKILL'), graceSeconds * 1000);
    await this.ended;
    clearTimeout(late);
    this.signal('SIGKILL');
  }

  /** Sends a signal to the whole group. */
  public signal(signal: NodeJS.Signals): void {
    try {
      if (this.child.pid !== undefined) process.kill(-this.child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/**
 * The programs of one run. Whatever ends this process ends them too: the end of the script, an error that nobody
 * catches, Ctrl-C, or SIGKILL.
 */
export class Processes {
  private readonly all = new Set<RunningProcess>();
  private readonly logs: string;
  private readonly atExit: () => void;

  /** @param folder where `logs/` is made */
  public constructor(folder: string) {
    this.logs = join(folder, 'logs');
    mkdirSync(this.logs, { recursive: true });
    this.atExit = () => this.all.forEach((each) => each.signal('SIGKILL'));
    // Before the listener that removes their folder.
    process.prependOnceListener('exit', this.atExit);
  }

  public start(name: string, program: string, args: readonly string[], options: StartOptions = {}): RunningProcess {
    const started = new RunningProcess(name, join(this.logs, `${name}.log`), program, args, options);
    this.all.add(started);
    void started.ended.then(() => this.all.delete(started));
    return started;
  }

  /** Ends all programs, those last that were started first. */
  public async stop(): Promise<void> {
    for (const each of [...this.all].reverse()) await each.stop();
    process.off('exit', this.atExit);
  }
}
