import { ApiClient } from '../../e2e/control-plane/api-client';
import { ApiError } from '../../e2e/control-plane/api-error';
import { KubernetesObject } from '../../e2e/control-plane/resource-paths';

/** Makes a namespace, and the ServiceAccount without which no pod is admitted; a controller or somebody else may have been first. */
export async function ensureNamespace(client: ApiClient, name: string): Promise<void> {
  await unlessThere(client, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  await ensureAccount(client, name);
}

export function ensureAccount(client: ApiClient, namespace: string): Promise<void> {
  return unlessThere(client, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } });
}

async function unlessThere(client: ApiClient, object: KubernetesObject): Promise<void> {
  await client.create(object).catch((error) => {
    if (!(error instanceof ApiError && error.reason === 'AlreadyExists')) throw error;
  });
}
