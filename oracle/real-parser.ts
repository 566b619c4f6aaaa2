import { ChildProcessWithoutNullStreams, spawn } from 'child_process';
import { createInterface } from 'readline';
import { keep } from './children';
import { Folder } from './folder';
import { within } from './limit';
import { shown } from './shown';

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

const ANSWER_LIMIT = 60_000;

/** The running program of `caddyfile/`, in a folder of its own. */
export class RealParser {
  private readonly own = new Folder();
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  private failure?: Error;
  private stderr = '';

  public constructor(binary: string) {
    this.child = keep(spawn(binary, { cwd: this.folder }));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => this.stderr += text);
    this.child.stdin.on('error', () => undefined);
    this.child.on('error', (error) => this.fail(error));
    this.child.on('close', (code) => this.fail(new Error(`the parser of CoreDNS ended with ${code}: ${this.stderr.trim()}`)));
    createInterface({ input: this.child.stdout }).on('line', (line) => this.waiting.shift()?.resolve(line));
  }

  /** Where relative imports are looked for. */
  public get folder(): string {
    return this.own.path;
  }

  public async read(text: string, options: RealOptions = {}): Promise<RealReading> {
    const answer = new Promise<string>((resolve, reject) => {
      if (this.failure) reject(this.failure);
      this.waiting.push({ resolve, reject });
    });
    this.child.stdin.write(`${JSON.stringify({ text, ...options })}\n`);
    return JSON.parse(await within(ANSWER_LIMIT, `the parser of CoreDNS to read ${shown(text)}`, answer)) as RealReading;
  }

  public close(): void {
    this.child.kill('SIGKILL');
    this.own.remove();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(this.failure);
  }
}
