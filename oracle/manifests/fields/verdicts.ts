import { ApiClient } from '../../../e2e/control-plane/api-client';
import { ApiError } from '../../../e2e/control-plane/api-error';
import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { text } from '../../../src/rules/json';
import { refusal } from '../bench';
import { madeByController } from './made-by-controller';

/** An admission plugin of 1.28 looks up what a pod names before the name is validated, and its client refuses to ask. */
const NO_ADDRESS = /invalid resource name/;

/** What a server says against an object: undefined where it takes it. */
export async function refusalOf(client: ApiClient, object: KubernetesObject): Promise<string | undefined> {
  if (!text(object.apiVersion) || !text(object.kind)) return 'no matches for kind: there is no address to send it to';
  return (await sent(client, object)).refused;
}

/** What a server says against the pod and the claims that its controller makes of a set. */
export async function refusalOfPods(client: ApiClient, set: KubernetesObject): Promise<string | undefined> {
  // As the server has it: with defaults, without what it dropped.
  const { object } = await sent(client, set);
  for (const made of object ? madeByController(object) : []) {
    const { refused } = await sent(client, made);
    if (refused !== undefined) return `${made.kind} ${made.metadata.name}: ${refused}`;
  }
  return undefined;
}

async function sent(client: ApiClient, object: KubernetesObject): Promise<{ object?: KubernetesObject; refused?: string }> {
  try {
    return { object: await client.create(object, { dryRun: true }) };
  } catch (error) {
    if (error instanceof ApiError && (error.code >= 500 || error.code === 429) && !NO_ADDRESS.test(error.message)) throw error;
    // It is validated before it is looked up.
    if (error instanceof ApiError && error.reason === 'AlreadyExists') return { object };
    return { refused: refusal(error) };
  }
}
