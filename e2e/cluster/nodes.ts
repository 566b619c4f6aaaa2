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
  /** Value of `GROUP_LABEL`: those of a group are one scenario's. */
  readonly group: string;
}

/** The label by which the nodes of a group are known. */
export const GROUP_LABEL = 'cdk8s-stateful.dev/group';
/** The annotation of a namespace whose pods stay on the nodes with this label: of the admission plugin PodNodeSelector. */
export const NODE_SELECTOR = 'scheduler.alpha.kubernetes.io/node-selector';
/** The group of the node that holds CoreDNS and nothing else: nobody drains it. */
export const SYSTEM = 'system';
/** As many nodes as members of a small quorum, each in a zone of its own. */
const ZONES = ['zone-a', 'zone-b', 'zone-c'];
/** Groups of a cluster, unless somebody asks for another number: with four, two processors run all scenarios in twelve minutes. */
export const GROUPS = 4;
/** Thirty nodes are more than enough for one machine. */
export const MOST_GROUPS = 9;

/** Addresses of the benchmarking range, see `control-plane/addresses.ts`. */
function plan(number: number, zone: string, group: string): NodePlan {
  return { name: `node-${number}`, address: `198.18.255.${10 + number}`, podCidr: `198.18.${number}.0/24`, bridge: `pods${number}`, zone, group };
}

/**
 * The nodes of a cluster: one for CoreDNS, and three in each group.
 *
 * @param groups how many scenarios can run at once, from 1 to `MOST_GROUPS`
 */
export function nodePlans(groups: number): readonly NodePlan[] {
  const numbers = Array.from({ length: groups * ZONES.length }, (_, index) => index);
  return [
    plan(0, ZONES[0], SYSTEM),
    ...numbers.map((index) => plan(index + 1, ZONES[index % ZONES.length], `${Math.floor(index / ZONES.length) + 1}`)),
  ];
}
