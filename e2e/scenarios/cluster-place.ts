import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Context } from './context';
import { Kubectl } from './kubectl';
import { Place } from './runner';
import { Scenario } from './scenario';
import { GROUP_LABEL, NODE_SELECTOR } from '../cluster/nodes';
import { ApiClient } from '../control-plane/api-client';
import { isGone } from '../control-plane/api-error';
import { waitFor, within } from '../process/wait';

/** Seconds until a namespace is empty and gone. */
const LIMIT = 120;
/** Seconds in which a run that has been asked to end takes back what it has changed. */
const ABANDON = 30;
/** On the namespaces that are made here, and on no others. */
const OURS = 'cdk8s-stateful.dev/scenario';

/** What a scenario has to live with: the strictest Pod Security level, unless it says otherwise. */
function labels({ name, privileged = false }: Scenario): Readonly<Record<string, string>> {
  const level = privileged ? 'privileged' : 'restricted';
  return { [OURS]: name, 'pod-security.kubernetes.io/enforce': level, 'pod-security.kubernetes.io/warn': level };
}

export interface PlaceOptions {
  /**
   * Groups of nodes, by lane.
   *
   * @default - all scenarios share the nodes that there are
   */
  readonly groups?: readonly string[];
  /** @default 1 */
  readonly rounds?: number;
}

/** A namespace in a cluster for each try of a scenario. */
export class ClusterPlace implements Place {
  /** Those of the scenarios that run. */
  private readonly entered = new Set<Context>();
  private abandoned = false;

  /**
   * @param logs where what a failed scenario held is kept
   * @param ready called before a scenario
   */
  public constructor(
    private readonly client: ApiClient,
    private readonly kubectl: Kubectl,
    private readonly logs: string,
    private readonly ready: (scenario: Scenario, lane: number) => Promise<void>,
    private readonly options: PlaceOptions = {},
  ) {}

  public async enter(scenario: Scenario, attempt: number, lane: number, tell: (line: string) => void): Promise<Context> {
    await this.ready(scenario, lane);
    const namespace = scenario.namespace ?? (attempt === 1 ? scenario.name : `${scenario.name}-${attempt}`);
    await this.remove(namespace);
    const { groups, rounds } = this.options;
    const nodes = groups && `${GROUP_LABEL}=${groups[lane]}`;
    const annotations = nodes === undefined ? {} : { [NODE_SELECTOR]: nodes };
    const context = new Context(namespace, this.client, this.kubectl, tell, { nodes, rounds });
    if (this.abandoned) throw new Error('the run has been asked to end');
    this.entered.add(context);
    try {
      await this.client.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: labels(scenario), annotations } });
      // A pod is refused until its namespace has this account.
      await waitFor(`the ServiceAccount default of ${namespace}`, 30, () => this.client.get(`/api/v1/namespaces/${namespace}/serviceaccounts/default`));
      return context;
    } catch (error) {
      await this.leave(context, false).catch(() => undefined);
      throw error;
    }
  }

  /** Every step is tried: one that fails is no reason to leave a node without pods, or a changed Corefile. */
  public async leave(context: Context, failed: boolean): Promise<void> {
    const { namespace } = context;
    const problems = await problemsOf([
      async () => { if (failed && !this.abandoned) context.step(`what it held: ${await this.keep(namespace)}`); },
      () => context.end(),
      () => this.remove(namespace),
    ]);
    this.entered.delete(context);
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }

  /**
   * Takes back what the scenarios that run have changed outside of their namespaces, and asks for those to be removed: a cluster that
   * stays must not keep a node without pods because somebody has pressed Ctrl-C.
   *
   * @throws one error with all that could not be taken back
   */
  public async abandon(): Promise<void> {
    this.abandoned = true;
    const all = [...this.entered];
    for (const context of all) context.halt();
    const problems = await within(ABANDON, 'the scenarios to take back what they have changed', Promise.all(all.map((context) => problemsOf([
      () => context.end(),
      () => this.client.delete(`/api/v1/namespaces/${context.namespace}`).catch((error) => { if (!isGone(error)) throw error; }),
    ]))));
    if (problems.flat().length > 0) throw new Error(problems.flat().join('\n'));
  }

  private async remove(namespace: string): Promise<void> {
    try {
      const { metadata } = await this.client.get(`/api/v1/namespaces/${namespace}`);
      if (metadata.labels?.[OURS] === undefined) throw new Error(`the namespace ${namespace} is there already, and was not made by a scenario: it stays as it is`);
      await this.client.delete(`/api/v1/namespaces/${namespace}`);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    await waitFor(`the namespace ${namespace} to be gone`, LIMIT, () => this.client.get(`/api/v1/namespaces/${namespace}`).then(() => false, isGone), 250);
  }

  /** @returns the folder */
  private async keep(namespace: string): Promise<string> {
    const folder = join(this.logs, namespace);
    mkdirSync(folder, { recursive: true });
    const keep = async (file: string, ...args: string[]) => {
      const text = await this.kubectl.run([`--namespace=${namespace}`, ...args]).catch((error) => error.message);
      writeFileSync(join(folder, file), text);
    };
    await keep('pods.txt', 'get', 'pods,statefulsets,poddisruptionbudgets,services,endpointslices,persistentvolumeclaims', '--output=wide');
    await keep('pods.yaml', 'get', 'pods', '--output=yaml');
    await keep('events.txt', 'get', 'events', '--sort-by=.lastTimestamp');
    const { items } = await this.client.get(`/api/v1/namespaces/${namespace}/pods`);
    for (const { metadata: { name } } of items) await keep(`${name}.log`, 'logs', name, '--all-containers', '--prefix', '--timestamps');
    return folder;
  }
}

/** Tries all steps, one after the other. @returns what went wrong */
async function problemsOf(steps: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const problems: string[] = [];
  for (const step of steps) await step().catch((error: Error) => problems.push(error.message));
  return problems;
}
