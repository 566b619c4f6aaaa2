import { Context } from './context';

/** What an attempt has come to, and when. */
export interface Attempt {
  /** Milliseconds, on the clock of `performance.now()`. */
  readonly at: number;
  readonly text: string;
}

/** Milliseconds between two attempts. */
const EVERY = 100;
/** Attempts; with two servers that are chosen at random, one in a million runs misses one of them. */
const ROW = 20;

/** A client in a pod that tries something again and again; its attempts are seen a few milliseconds later. */
export class Prober {
  /**
   * Begins, and waits for the first attempt.
   *
   * @param command a line of shell; what it prints is put on one line, `-` where it is nothing
   */
  public static async start(context: Context, pod: string, command: string): Promise<Prober> {
    const script = `while :; do echo "$(${command} | tr '\\n' ' ')-"; sleep ${EVERY / 1000}; done`;
    const prober = new Prober(context, pod, script);
    await context.started(`the first attempt of ${pod}`, 30, () => prober.attempts.length > 0);
    return prober;
  }

  public readonly attempts: Attempt[] = [];
  private readonly command: { stop(): void };

  private constructor(private readonly context: Context, pod: string, script: string) {
    this.command = context.kubectl.follow(['exec', `--namespace=${context.namespace}`, pod, '--', 'sh', '-c', script], (text) => {
      this.attempts.push({ at: performance.now(), text });
    });
    context.atEnd(async () => this.stop());
  }

  /** The first attempt that is as wanted, from a moment on. */
  public first(what: string, seconds: number, wanted: (text: string) => boolean, from = 0): Promise<Attempt> {
    return this.context.until(what, seconds, () => this.attempts.find(({ at, text }) => at >= from && wanted(text)));
  }

  /** The first one since the last that was not as wanted, when every DNS server of the cluster has been asked by then. */
  public settled(what: string, seconds: number, wanted: (text: string) => boolean): Promise<Attempt> {
    return this.context.until(what, seconds, () => {
      const latest = [...this.attempts].reverse();
      const wrong = latest.findIndex(({ text }) => !wanted(text));
      const right = wrong < 0 ? latest.length : wrong;
      return right >= ROW && latest[right - 1];
    });
  }

  /** The last attempt that was as wanted. */
  public last(wanted: (text: string) => boolean): Attempt | undefined {
    return [...this.attempts].reverse().find(({ text }) => wanted(text));
  }

  public stop(): void {
    this.command.stop();
  }
}
