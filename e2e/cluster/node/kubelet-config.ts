import { CLUSTER_DNS } from '../../control-plane/addresses';
import { NodePlan } from '../nodes';

export interface KubeletPlaces {
  readonly containerdSocket: string;
  /** The file that pods with `dnsPolicy: Default` are given. */
  readonly resolvConf: string;
  /** Where it looks for volume plugins; its default is below /usr. */
  readonly pluginFolder: string;
}

/** `KubeletConfiguration` of a node that shares its machine with other nodes. */
export function kubeletConfig({ address }: NodePlan, { containerdSocket, resolvConf, pluginFolder }: KubeletPlaces): object {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address,
    healthzPort: 0,
    // Nobody but this cluster is in its network namespace.
    authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
    authorization: { mode: 'AlwaysAllow' },
    containerRuntimeEndpoint: `unix://${containerdSocket}`,
    clusterDNS: [CLUSTER_DNS],
    clusterDomain: 'cluster.local',
    resolvConf,
    volumePluginDir: pluginFolder,
    cgroupDriver: 'cgroupfs',
    // Groups for classes of pods would be the same ones for every node of this machine.
    cgroupsPerQOS: false,
    enforceNodeAllocatable: [],
    failSwapOn: false,
    oomScoreAdj: 0,
    localStorageCapacityIsolation: false,
    makeIPTablesUtilChains: false,
    // A full disk is the machine's business, not a reason to evict.
    evictionHard: { 'memory.available': '50Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
    imageGCHighThresholdPercent: 100,
    // A changed ConfigMap reaches its pods within ten seconds; the default is a minute.
    syncFrequency: '10s',
  };
}
