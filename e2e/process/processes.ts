import { ChildProcess, spawn } from 'child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync } from 'fs';
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
   * Its environment.
   *
   * @default - this process's
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * How long it may take to end by itself when it is stopped; with 0 it is killed at once.
   *
   * @default 5
   */
  readonly graceSeconds?: number;
  /**
   * Told of what it writes to its standard output, which is in the log as well. For a program that starts no others.
   *
   * @default - the log alone
   */
  readonly onStdout?: (text: string) => void;
  /**
   * It is spoken to by `write`, and what it answers is not in the log.
   *
   * @default false
   */
  readonly dialogue?: boolean;
}

/** A program in a process group of its own. */
export class RunningProcess {
  public readonly ended: Promise<void>;
  private readonly child: ChildProcess;
  private readonly guard?: Guard;
  private failure?: string;
  private running = true;

  public constructor(
    public readonly name: string, private readonly logFile: string, program: string, args: readonly string[], private readonly options: StartOptions,
  ) {
    const { cwd, env, onStdout, dialogue } = options;
    const output = openSync(logFile, 'a');
    this.child = spawn(program, args, { cwd, env, stdio: [dialogue ? 'pipe' : 'ignore', onStdout ? 'pipe' : output, output], detached: true });
    closeSync(output);
    if (this.child.pid !== undefined) this.guard = guardGroup(this.child.pid);
    this.child.stdin?.on('error', () => undefined);
    if (onStdout) this.listen(onStdout);
    this.ended = new Promise((resolve) => {
      const over = (how: string) => {
        this.running = false;
        this.failure ??= how;
        this.guard?.release();
        resolve();
      };
      this.child.once('error', (error) => over(`cannot be started: ${error.message}`));
      // What is left in a pipe comes before it is closed.
      this.child.once(onStdout ? 'close' : 'exit', (code, signal) => over(signal ? `was ended by ${signal}` : `ended with code ${code}`));
    });
  }

  /** @throws Ended if it could not be started */
  public get pid(): number {
    if (this.child.pid === undefined) throw this.error ?? new Ended(`${this.name} was not started`);
    return this.child.pid;
  }

  public get hasEnded(): boolean {
    return !this.running;
  }

  /** Everything that the program has written. */
  public get log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** The last lines of it. */
  public get lastLines(): string {
    return this.log.trimEnd().split('\n').slice(-SHOWN).map((line) => `  ${line}`).join('\n');
  }

  /** Writes to the standard input of a program that was started for a dialogue. */
  public write(text: string): void {
    this.child.stdin!.write(text);
  }

  /** Why it does not run any more, with the end of its log; undefined while it runs. */
  public get error(): Ended | undefined {
    return this.running ? undefined : new Ended(`${this.name} ${this.failure}; the end of its log:\n${this.lastLines}`);
  }

  /** @throws Ended, with the end of the log, if the program does not run any more */
  public check(): void {
    if (this.error) throw this.error;
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

  private listen(onStdout: (text: string) => void): void {
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      if (!this.options.dialogue) appendFileSync(this.logFile, text);
      onStdout(text);
    });
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
