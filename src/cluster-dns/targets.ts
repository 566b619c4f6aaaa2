import { Advice } from './advice';

/** What an advice changes in a cluster, as people call it: no two changes may have one of them in common. */
export function targets({ edit, nodeLocalEdit, serverBlock, negativeTtl, zones }: Advice): string[] {
  const configMaps = [edit, nodeLocalEdit].filter((each) => each !== undefined).map(({ namespace, name }) => `the Corefile of ConfigMap ${namespace}/${name}`);
  const custom = serverBlock ? [`the key ${serverBlock.key} of ConfigMap coredns-custom`, ...zones.map((zone) => `the zone ${zone} in ConfigMap coredns-custom`)] : [];
  return [...configMaps, ...custom, ...(negativeTtl === undefined ? [] : ['the cache of the DNS operator'])];
}
