import { Cluster } from './cluster';
import { ensureAccount, ensureNamespace } from './ensure';
import { Isolated } from './isolated';
import { ApiError } from '../../e2e/control-plane/api-error';
import { KubernetesObject } from '../../e2e/control-plane/resource-paths';
import { waitFor } from '../../e2e/process/wait';

/** Seconds: far more than anything takes; a wait that is in vain ends the run with what it waited for. */
const LIMIT = 240;
const EVERY = 25;

/** What the server said when the objects of a block were sent. */
export interface Applied {
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
}

/** The objects of a block on a server, in namespaces of their own. */
export class Bench {
  public warnings: readonly string[] = [];
  private fences = 0;

  public constructor(public readonly cluster: Cluster, public readonly isolated: Isolated) {}

  public get namespace(): string {
    return this.isolated.namespace;
  }

  public get client() {
    return this.cluster.plane.client;
  }

  /** Makes the namespaces. */
  public async prepare(): Promise<void> {
    for (const name of this.isolated.namespaces) await ensureNamespace(this.client, name);
  }

  /**
   * Sends object after object, as `kubectl apply` does: what is refused keeps none of the others back, and what is there is changed.
   *
   * @param dryRun ask for the verdict alone
   */
  public async apply(dryRun: boolean): Promise<Applied> {
    const [refusals, warnings]: string[][] = [[], []];
    for (const object of this.isolated.objects) {
      try {
        // A namespace must be there for what comes after it.
        await this.send(object, dryRun && object.kind !== 'Namespace', (warning) => warnings.push(this.isolated.told(warning)));
      } catch (error) {
        refusals.push(this.isolated.told(refusal(error)));
      }
    }
    this.warnings = warnings;
    return { refusals, warnings };
  }

  /** A name that nothing in the block has. */
  public fenceName(): string {
    return `fence-${this.fences++}`;
  }

  /** Waits until there is an answer. */
  public until<T>(what: string, probe: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
    return waitFor(what, LIMIT, probe, EVERY);
  }

  /** What there is of a kind in all namespaces of the block. */
  public all(kind: string): KubernetesObject[] {
    const spaces = new Set(this.isolated.objects.map(({ metadata }) => metadata.namespace).filter((name) => name !== undefined).concat(this.namespace));
    return [...spaces].flatMap((space) => this.cluster.all(kind, space!));
  }

  /** The only object of this kind and name. */
  public one(kind: string, name: string): KubernetesObject | undefined {
    return this.all(kind).find(({ metadata }) => metadata.name === name);
  }

  public event(text: string): KubernetesObject | undefined {
    return this.all('Event').find(({ message }) => this.isolated.told(message ?? '').includes(text));
  }

  /** The object as the server has it now. */
  public async read(object: KubernetesObject): Promise<KubernetesObject> {
    return this.client.get(await this.client.pathOf(object));
  }

  /** Whether the server has no such object. */
  public async gone(object: KubernetesObject): Promise<boolean> {
    return this.read(object).then(() => false, (error) => {
      if (error instanceof ApiError && error.code === 404) return true;
      throw error;
    });
  }

  private async send(object: KubernetesObject, dryRun: boolean, warned: (warning: string) => void): Promise<void> {
    try {
      await this.client.create(object, { dryRun, warned });
      if (object.kind === 'Namespace') await ensureAccount(this.client, object.metadata.name);
    } catch (error) {
      if (!(error instanceof ApiError && error.reason === 'AlreadyExists')) throw error;
      await this.client.patch(await this.client.pathOf(object), object);
    }
  }
}

/** The words of the server, without the call. */
export function refusal(error: unknown): string {
  if (!(error instanceof ApiError)) return (error as Error).message;
  return error.message.replace(/^[A-Z]+ \S+: \d+: /, '');
}
