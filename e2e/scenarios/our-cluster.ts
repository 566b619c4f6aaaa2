import { ClusterState } from '../cluster/cluster-state';

/** Set for the process that runs inside the network of our own cluster. */
export const INSIDE = 'CDK8S_STATEFUL_E2E_CLUSTER';

/** The cluster that was made for the scenarios; undefined on a foreign one. */
export function ourCluster(): ClusterState | undefined {
  const told = process.env[INSIDE];
  return told ? JSON.parse(told) as ClusterState : undefined;
}
