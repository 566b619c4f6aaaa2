import { App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { Kubectl } from './kubectl';
import { Cell, Measured } from './result';
import { ApiClient } from '../control-plane/api-client';
import { KubernetesObject } from '../control-plane/resource-paths';
import { Ended, waitFor } from '../process/wait';

/** Pods have not come up: the machine may be too busy. Tried once more, which a wrong result never is. */
export class NotStarted extends Error {}

/** What this library renders, and what the declaration knows of it. */
export interface Rendered<T> {
  readonly declared: T;
  readonly objects: readonly KubernetesObject[];
}

type Probe<T> = () => Promise<T | undefined | false> | T | undefined | false;

/** Milliseconds between two questions: nothing that is asserted happens faster. */
const EVERY = 200;

export interface ContextOptions {
  /** @default - all nodes are its own */
  readonly nodes?: string;
  /** @default 1 */
  readonly rounds?: number;
}

/** What a scenario works with: a namespace of its own, and the cluster around it. */
export class Context {
  public readonly measured: Measured[] = [];
  /** What has been shown of a system so far. */
  public readonly shown: Cell[] = [];
  /** Programs that run in the pods, with the versions that they say themselves. */
  public readonly programs: Record<string, string> = {};
  /** A label that the nodes of this scenario have; undefined where it has all of them. */
  public readonly nodes?: string;
  /** How often a time without a promise is measured. */
  public readonly rounds: number;
  private readonly last: (() => Promise<unknown>)[] = [];
  private ending?: Promise<void>;
  private halted = false;

  public constructor(
    public readonly namespace: string,
    public readonly client: ApiClient,
    public readonly kubectl: Kubectl,
    private readonly tell: (line: string) => void,
    { nodes, rounds = 1 }: ContextOptions = {},
  ) {
    this.nodes = nodes;
    this.rounds = rounds;
  }

  /** Says what comes next. */
  public step(text: string): void {
    this.tell(text);
  }

  /**
   * Takes back at the end what is not in the namespace, whatever happens until then; the last one first.
   *
   * @throws Ended, when the run has been asked to end: what would have to be taken back must not begin any more
   */
  public atEnd(step: () => Promise<unknown>): void {
    this.goesOn();
    this.last.unshift(step);
  }

  /**
   * Takes back every change that `atEnd` was told of, once; one that cannot be taken back is no reason to leave the others.
   *
   * @throws one error with all that went wrong
   */
  public end(): Promise<void> {
    return this.ending ??= this.takeBack();
  }

  /** Waits for nothing any more, and begins nothing that would have to be taken back: the run has been asked to end. */
  public halt(): void {
    this.halted = true;
  }

  /** Synthesizes a chart of this namespace in this process. */
  public synth<T>(declare: (chart: Chart) => T): Rendered<T> {
    const app = new App();
    const declared = declare(new Chart(app, 'scenario', { namespace: this.namespace }));
    return { declared, objects: parseAllDocuments(app.synthYaml()).map((document) => document.toJS()) };
  }

  /** Server-side apply. */
  public async apply({ objects }: { readonly objects: readonly KubernetesObject[] }): Promise<void> {
    await this.client.apply(objects);
  }

  /**
   * Waits until something is so that the scenario is about.
   *
   * @param what completes the sentence: waited 60 s for …
   */
  public until<T>(what: string, seconds: number, probe: Probe<T>): Promise<T> {
    return waitFor(what, seconds, () => { this.goesOn(); return probe(); }, EVERY);
  }

  /**
   * Waits for what has to be there before the scenario can show anything.
   *
   * @throws NotStarted
   */
  public started<T>(what: string, seconds: number, probe: Probe<T>): Promise<T> {
    return this.until(what, seconds, probe).catch((error) => { throw new NotStarted(error.message); });
  }

  /** Keeps a number for the table, and holds it against what is promised. */
  public measure(what: string, seconds: number, most?: number): void {
    const rounded = Math.round(seconds * 100) / 100;
    this.measured.push({ what, seconds: rounded, ...(most !== undefined && { most }) });
    this.step(`${what}: ${rounded} s${most === undefined ? '' : ` (at most ${most})`}`);
    if (most !== undefined && rounded > most) throw new Error(`${what}: ${rounded} s, and not at most ${most} s`);
  }

  /** Says that something of the scenario's system has been shown, after it was asserted. */
  public shows(...cells: Cell[]): void {
    this.shown.push(...cells.filter((cell) => !this.shown.includes(cell)));
  }

  /** Says what really runs behind an image's name. */
  public runs(program: string, version: string): void {
    this.programs[program] = version;
  }

  /**
   * A path in this namespace.
   *
   * @param resource for example `pods`, `pods/etcd-0`, `apps/v1/statefulsets/etcd`
   */
  public path(resource: string): string {
    const [, group = '', rest] = /^(?:([^/]+\/v\d\w*)\/)?(.+)$/.exec(resource)!;
    return `${group ? `/apis/${group}` : '/api/v1'}/namespaces/${this.namespace}/${rest}`;
  }

  /** What a command in a pod writes. */
  public exec(pod: string, command: readonly string[], seconds = 30): Promise<string> {
    return this.kubectl.run(['exec', `--namespace=${this.namespace}`, pod, '--', ...command], seconds);
  }

  private goesOn(): void {
    if (this.halted) throw new Ended('the run has been asked to end');
  }

  private async takeBack(): Promise<void> {
    const problems: string[] = [];
    for (const step of this.last) {
      try {
        await step();
      } catch (error) {
        // What a step waits for after its change is of no use to a run that ends.
        if (!(this.halted && error instanceof Ended)) problems.push((error as Error).message);
      }
    }
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }
}
