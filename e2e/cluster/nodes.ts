/** One of the nodes: all of them share a network namespace, and each has mounts of its own. */
export interface NodePlan {
  readonly name: string;
  /** Where its kubelet listens. */
  readonly address: string;
  /** The addresses of its pods. */
  readonly podCidr: string;
  /** Name of the bridge that its pods are connected to. */
  readonly bridge: string;
  /** `topology.kubernetes.io/zone` */
  readonly zone: string;
}

/** Addresses of the benchmarking range, see `control-plane/addresses.ts`. */
function plan(number: number, zone: string): NodePlan {
  return { name: `node-${number}`, address: `198.18.255.1${number}`, podCidr: `198.18.${number}.0/24`, bridge: `pods${number}`, zone };
}

/** As many nodes as members of a small quorum, each in a zone of its own. */
export const NODES: readonly NodePlan[] = [plan(1, 'zone-a'), plan(2, 'zone-b'), plan(3, 'zone-c')];
