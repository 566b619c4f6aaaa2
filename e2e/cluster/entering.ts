import { ClusterState } from './cluster-state';

/** A command line that runs a program in the network of a cluster. */
export function entering({ insidePid }: ClusterState, command: readonly string[]): string[] {
  return ['nsenter', `--net=/proc/${insidePid}/ns/net`, '--', ...command];
}
