import { dnsLabel, dnsSubdomain, exactWords, ip, notEmpty, oneOf, qualified, searchDomain, sysctl, unique } from './allow';
import { APP_ARMOR, CONTAINER, INIT_CONTAINER, SE_LINUX, SECCOMP, WINDOWS } from './container';
import { CONDITIONS, POD_METADATA, SELECTOR, setMetadata } from './metadata';
import { AFFINITY, SPREAD, TOLERATION } from './scheduling';
import { Allow, AllowWhole, FLAG, INT32, int64, INT64, intOrText, list, quantities, sinceMinor, struct, TEXT, text, texts } from './shape';
import { CLAIM, VOLUME } from './volumes';
import { list as listOf, map } from '../json';
import { isDnsLabel } from '../label-syntax';

export const NO_NETWORK_SYSCTL = 'no sysctl of the network beside hostNetwork: true';

/** A pod on the network of its node may not change it. */
const network: AllowWhole = (value) => {
  const { hostNetwork, securityContext } = map(value);
  const ofNetwork = listOf(map(securityContext).sysctls).findIndex((each) => /^net[./]/.test(String(map(each).name)));
  return hostNetwork === true && ofNetwork >= 0 ? { path: ['securityContext', 'sysctls', ofNetwork, 'name'], expected: NO_NETWORK_SYSCTL } : undefined;
};

/** What a resolver reads of its configuration. */
const few: Allow = (value) => value.length > 3 ? 'at most 3 nameservers' : undefined;
const shortList: Allow = (value) => value.length > 32 || value.join(' ').length > 2048 ? 'at most 32 search domains, of 2048 letters together' : undefined;

/** The minor version whose API server keeps claims of resources. */
const RESOURCE_CLAIMS = 34;
const RESOURCE_CLAIM = struct(
  { name: text(dnsLabel), resourceClaimName: text(dnsSubdomain), resourceClaimTemplateName: text(dnsSubdomain) }, ['name'], oneOf('resourceClaimName', 'resourceClaimTemplateName'),
);

/** Containers name claims that the pod has. */
const claimed: AllowWhole = (value, minor) => {
  if (minor < RESOURCE_CLAIMS) return undefined;
  let known: Set<unknown> | undefined;
  for (const field of ['initContainers', 'containers']) {
    for (const [i, container] of listOf(map(value)[field]).entries()) {
      for (const [j, claim] of listOf(map(map(container).resources).claims).entries()) {
        known ??= new Set(listOf(map(value).resourceClaims).map((each) => map(each).name));
        if (!known.has(map(claim).name)) return { path: [field, i, 'resources', 'claims', j, 'name'], expected: 'the name of a claim that stands in resourceClaims of the pod' };
      }
    }
  }
  return undefined;
};

const SECURITY = struct({
  runAsNonRoot: FLAG,
  fsGroupChangePolicy: text(notEmpty('OnRootMismatch or Always')),
  supplementalGroups: list(int64()),
  supplementalGroupsPolicy: sinceMinor(33, text(exactWords('Merge', 'Strict'))),
  // MountOption needs the gate SELinuxMount, which is off.
  seLinuxChangePolicy: sinceMinor(33, text(exactWords('Recursive'))),
  seccompProfile: SECCOMP,
  appArmorProfile: APP_ARMOR,
  seLinuxOptions: SE_LINUX,
  windowsOptions: WINDOWS,
  sysctls: list(struct({ name: text(sysctl), value: TEXT }, ['name']), unique('name')),
});
const POD = struct({
  restartPolicy: TEXT,
  dnsPolicy: TEXT,
  dnsConfig: struct({ nameservers: list(text(ip), few), searches: list(text(searchDomain), shortList), options: list(struct({ name: TEXT, value: TEXT }, ['name'])) }),
  hostAliases: list(struct({ ip: text(ip), hostnames: list(text(dnsSubdomain)) }, ['ip'])),
  hostNetwork: FLAG,
  hostPID: FLAG,
  hostIPC: FLAG,
  shareProcessNamespace: FLAG,
  setHostnameAsFQDN: FLAG,
  enableServiceLinks: FLAG,
  automountServiceAccountToken: FLAG,
  serviceAccountName: TEXT,
  serviceAccount: TEXT,
  schedulerName: TEXT,
  runtimeClassName: text(notEmpty('the name of a RuntimeClass')),
  priority: INT32,
  priorityClassName: TEXT,
  overhead: quantities(),
  resources: sinceMinor(32, struct({ requests: quantities(), limits: quantities() })),
  resourceClaims: list(sinceMinor(RESOURCE_CLAIMS, RESOURCE_CLAIM), (value, minor) => minor < RESOURCE_CLAIMS ? undefined : unique('name')(value, minor)),
  schedulingGates: list(struct({ name: text(qualified) }, ['name']), unique('name')),
  hostUsers: FLAG,
  preemptionPolicy: text(notEmpty('PreemptLowerPriority or Never')),
  nodeName: TEXT,
  hostname: TEXT,
  subdomain: TEXT,
  os: struct({ name: TEXT }, ['name']),
  nodeSelector: texts(),
  imagePullSecrets: list(struct({ name: TEXT })),
  tolerations: list(TOLERATION),
  readinessGates: list(struct({ conditionType: text(qualified) }, ['conditionType'])),
  topologySpreadConstraints: list(SPREAD),
  affinity: AFFINITY,
  securityContext: SECURITY,
  initContainers: list(INIT_CONTAINER),
  containers: list(CONTAINER),
  ephemeralContainers: list(struct({})),
  volumes: list(VOLUME),
}, [], (value, minor) => network(value, minor) ?? claimed(value, minor));

/** The API server empties it, once it has read it. */
const STATUS = struct({
  observedGeneration: INT64,
  replicas: INT32,
  readyReplicas: INT32,
  currentReplicas: INT32,
  updatedReplicas: INT32,
  availableReplicas: INT32,
  collisionCount: INT32,
  currentRevision: TEXT,
  updateRevision: TEXT,
  conditions: CONDITIONS,
});

/** What other rules do not say of a StatefulSet: its counts, names, claims and selector have rules of their own. */
export const STATEFUL_SET = struct({
  metadata: setMetadata(isDnsLabel, 'a DNS label'),
  status: STATUS,
  spec: struct({
    ordinals: struct({}),
    persistentVolumeClaimRetentionPolicy: struct({ whenDeleted: TEXT, whenScaled: TEXT }),
    updateStrategy: struct({ type: TEXT, rollingUpdate: struct({ maxUnavailable: intOrText() }) }),
    selector: SELECTOR,
    template: struct({ metadata: POD_METADATA, spec: POD }),
    volumeClaimTemplates: list(CLAIM),
  }),
});
