/** Properties of cdk8s-plus that are written otherwise in the manifest. */
export const RENAMED: Readonly<Record<string, string>> = {
  datasetUuid: 'datasetUUID',
  diskUri: 'diskURI',
  downwardApi: 'downwardAPI',
  hostIp: 'hostIP',
  hostIpc: 'hostIPC',
  hostPid: 'hostPID',
  pdId: 'pdID',
  scaleIo: 'scaleIO',
  setHostnameAsFqdn: 'setHostnameAsFQDN',
  storagePolicyId: 'storagePolicyID',
  targetWwNs: 'targetWWNs',
  volumeId: 'volumeID',
};

/** Fields whose keys are the user's own words. */
export const FREE: readonly string[] = [
  'annotations', 'labels', 'limits', 'matchLabels', 'nodeSelector', 'options', 'overhead', 'requests', 'volumeAttributes',
];

/**
 * A pod spec of cdk8s-plus as it stands in the manifest: names in the API's spelling, quantities and
 * integers-or-strings as their value. cdk8s-plus has functions for it that copy every object once for each field.
 */
export function wire(value: any, free = false): any {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => wire(item));
  // Quantity and IntOrString hold one value; tokens of cdk8s are resolved later.
  if (value.constructor !== Object) return typeof value.value === 'string' || typeof value.value === 'number' ? value.value : value;
  const result: Record<string, any> = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item !== undefined) result[(!free && RENAMED[key]) || key] = wire(item, !free && FREE.includes(key));
  }
  return result;
}
