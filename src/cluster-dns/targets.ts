import { Advice, Edit } from './advice';
import { NODE_LOCAL_PLATFORM } from './platform';

/** What an advice changes in a cluster. */
export interface Target {
  /** As people call it: no two changes of one cluster may have one of them in common. */
  readonly what: string;
  /** The present text of a node cache, which is the same whatever platform its patch names. */
  readonly nodeCache?: string;
}

function ofEdit({ namespace, name, current }: Edit, isNodeCache: boolean): Target {
  return { what: `the Corefile of ConfigMap ${namespace}/${name}`, ...(isNodeCache && { nodeCache: current.corefile }) };
}

export function targets({ edit, nodeLocalEdit, serverBlock, negativeTtl, zones, platform }: Advice): Target[] {
  return [
    ...(edit ? [ofEdit(edit, platform.id === NODE_LOCAL_PLATFORM)] : []),
    ...(nodeLocalEdit ? [ofEdit(nodeLocalEdit, true)] : []),
    ...(serverBlock ? [{ what: `the key ${serverBlock.key} of ConfigMap coredns-custom` }, ...zones.map((zone) => ({ what: `the zone ${zone} in ConfigMap coredns-custom` }))] : []),
    ...(negativeTtl === undefined ? [] : [{ what: 'the cache of the DNS operator' }]),
  ];
}
