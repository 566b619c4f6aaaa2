import { mkdirSync } from 'fs';
import { shown } from './shown';
import { RunningProcess } from '../e2e/process/processes';
import { Run } from '../e2e/process/run';
import { within } from '../e2e/process/wait';

export interface RealToken {
  readonly line: number;
  readonly text: string;
}

export interface RealBlock {
  readonly keys: readonly string[];
  /** The tokens of each directive, those of equal name one after the other. */
  readonly directives: Readonly<Record<string, readonly RealToken[]>>;
}

/** What the lexer and the parser of CoreDNS read from a text. */
export interface RealReading {
  readonly tokens: readonly RealToken[];
  /** Those before the error, if there is one. */
  readonly blocks: readonly RealBlock[];
  /** Empty if the text is accepted. */
  readonly error: string;
}

export interface RealOptions {
  /** The environment, which is empty else. */
  readonly env?: Readonly<Record<string, string>>;
  /** Empty files for imports to find. */
  readonly files?: readonly string[];
  /** The directives that are known; every one if left out. */
  readonly directives?: readonly string[];
}

/** Seconds. */
const ANSWER_LIMIT = 60;

/** The running program of `caddyfile/`, in a folder of its own. */
export class RealParser {
  /** Where relative imports are looked for. */
  public readonly folder: string;
  private readonly program: RunningProcess;
  private readonly waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  private unfinished = '';

  public constructor(run: Run, binary: string) {
    this.folder = run.folder.file('caddyfile');
    mkdirSync(this.folder);
    this.program = run.processes.start('caddyfile', binary, [], { cwd: this.folder, dialogue: true, onStdout: (text) => this.hear(text) });
    void this.program.ended.then(() => this.waiting.splice(0).forEach(({ reject }) => reject(this.program.error!)));
  }

  public async read(text: string, options: RealOptions = {}): Promise<RealReading> {
    this.program.check();
    const answer = new Promise<string>((resolve, reject) => this.waiting.push({ resolve, reject }));
    this.program.write(`${JSON.stringify({ text, ...options })}\n`);
    return JSON.parse(await within(ANSWER_LIMIT, `the parser of CoreDNS to read ${shown(text)}`, answer)) as RealReading;
  }

  /** Answers come line by line, in the order of the questions. */
  private hear(text: string): void {
    const lines = (this.unfinished + text).split('\n');
    this.unfinished = lines.pop()!;
    for (const line of lines) this.waiting.shift()?.resolve(line);
  }
}
