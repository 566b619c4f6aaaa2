import { dnsSubdomain, ip, notEmpty, qualified, searchDomain, sysctl, unique } from './allow';
import { CONTAINER, INIT_CONTAINER, SECCOMP } from './container';
import { ENTRIES, generates, METADATA, ownerReferences, prefixOf, SELECTOR } from './metadata';
import { AFFINITY, SPREAD, TOLERATION } from './scheduling';
import { Allow, FLAG, int64, intOrText, list, struct, TEXT, text, texts } from './shape';
import { CLAIM, VOLUME } from './volumes';
import { list as listOf, map } from '../json';
import { isDnsLabel } from '../label-syntax';

/** A pod on the network of its node may not change it. */
const network: Allow = (value) => {
  const { hostNetwork, securityContext } = map(value);
  const ofNetwork = listOf(map(securityContext).sysctls).some((each) => /^net[./]/.test(String(map(each).name)));
  return hostNetwork === true && ofNetwork ? 'no sysctl of the network beside hostNetwork: true' : undefined;
};

const SECURITY = struct({
  runAsNonRoot: FLAG,
  fsGroupChangePolicy: text(notEmpty('OnRootMismatch or Always')),
  supplementalGroups: list(int64()),
  seccompProfile: SECCOMP,
  sysctls: list(struct({ name: text(sysctl), value: TEXT }, ['name']), unique('name')),
});
const POD = struct({
  restartPolicy: TEXT,
  dnsPolicy: TEXT,
  dnsConfig: struct({ nameservers: list(text(ip)), searches: list(text(searchDomain)), options: list(struct({ name: TEXT, value: TEXT }, ['name'])) }),
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
  priorityClassName: TEXT,
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
}, [], network);

/** What other rules do not say of a StatefulSet: its counts, names, claims and selector have rules of their own. */
export const STATEFUL_SET = struct({
  metadata: struct({
    labels: ENTRIES, annotations: ENTRIES, generateName: text(prefixOf(isDnsLabel, 'a DNS label')), ownerReferences, finalizers: list(TEXT),
  }, [], generates(isDnsLabel, 'a DNS label')),
  spec: struct({
    ordinals: struct({}),
    persistentVolumeClaimRetentionPolicy: struct({ whenDeleted: TEXT, whenScaled: TEXT }),
    updateStrategy: struct({ type: TEXT, rollingUpdate: struct({ maxUnavailable: intOrText() }) }),
    selector: SELECTOR,
    template: struct({ metadata: METADATA, spec: POD }),
    volumeClaimTemplates: list(CLAIM),
  }),
});
