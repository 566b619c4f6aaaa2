import { apiVersionServed } from './api-version-served';
import { barePodNameCollision } from './bare-pod-name-collision';
import { clientServiceHidesNotReady } from './client-service-hides-not-ready';
import { clusterIpNoneCase } from './cluster-ip-none-case';
import { dnsPolicyCluster } from './dns-policy-cluster';
import { duplicateObject } from './duplicate-object';
import { fqdnHostname64 } from './fqdn-hostname-64';
import { governingServiceExists } from './governing-service-exists';
import { governingServiceHeadless } from './governing-service-headless';
import { governingServiceNamespace } from './governing-service-namespace';
import { governingServiceNotExternalname } from './governing-service-not-externalname';
import { headlessIneffectiveFields } from './headless-ineffective-fields';
import { headlessPortNamed } from './headless-port-named';
import { headlessPortRemap } from './headless-port-remap';
import { headlessServiceUnreferenced } from './headless-service-unreferenced';
import { headlessTargetPortExists } from './headless-target-port-exists';
import { headlessTypeClusterip } from './headless-type-clusterip';
import { hostNetworkIdentity } from './host-network-identity';
import { hpaOwnsReplicas } from './hpa-owns-replicas';
import { integerFields } from './integer-fields';
import { objectNameValid } from './object-name-valid';
import { ordinalsInt32 } from './ordinals-int32';
import { ordinalsNonnegative } from './ordinals-nonnegative';
import { peerListComplete } from './peer-list-complete';
import { peerListDomain } from './peer-list-domain';
import { peerListMembers } from './peer-list-members';
import { peerListOrdinals } from './peer-list-ordinals';
import { peerServiceAddress } from './peer-service-address';
import { peerServiceExists } from './peer-service-exists';
import { peerServiceNotReady } from './peer-service-not-ready';
import { peerServiceSelector } from './peer-service-selector';
import { perPodServiceOrdinal } from './per-pod-service-ordinal';
import { perPodServiceSelector } from './per-pod-service-selector';
import { podFqdn253 } from './pod-fqdn-253';
import { podIndexLabelMinVersion } from './pod-index-label-min-version';
import { publishNotReadyAddresses } from './publish-not-ready-addresses';
import { replicasExplicit } from './replicas-explicit';
import { replicasZero } from './replicas-zero';
import type { Rule } from './rule';
import { selectorLabelsStable } from './selector-labels-stable';
import { selectorMatchesTemplate } from './selector-matches-template';
import { selectorNotEmpty } from './selector-not-empty';
import { selectorReservedLabels } from './selector-reserved-labels';
import { selectorValid } from './selector-valid';
import { serviceAllocationUnique } from './service-allocation-unique';
import { serviceIpFamilies } from './service-ip-families';
import { serviceMultiportNames } from './service-multiport-names';
import { serviceNameDns1035 } from './service-name-dns1035';
import { serviceNameLabel } from './service-name-label';
import { serviceNameSet } from './service-name-set';
import { servicePortNameFormat } from './service-port-name-format';
import { serviceSelectorExact } from './service-selector-exact';
import { serviceSelectorMatchesTemplate } from './service-selector-matches-template';
import { serviceSelectorPresent } from './service-selector-present';
import { serviceTypeFields } from './service-type-fields';
import { statefulSetKind } from './stateful-set-kind';
import { stsNameDnsLabel } from './sts-name-dns-label';
import { stsNameMax52 } from './sts-name-max-52';
import { templateHostnameIgnored } from './template-hostname-ignored';
import { templateHostnameOverride } from './template-hostname-override';
import { templateReservedLabels } from './template-reserved-labels';
import { textFields } from './text-fields';
import { workloadSelectorOverlap } from './workload-selector-overlap';

export const IDENTITY_RULES: readonly Rule[] = [
  statefulSetKind,
  apiVersionServed,
  stsNameDnsLabel,
  stsNameMax52,
  serviceNameDns1035,
  serviceNameSet,
  serviceNameLabel,
  governingServiceExists,
  governingServiceNamespace,
  governingServiceHeadless,
  governingServiceNotExternalname,
  headlessTypeClusterip,
  clusterIpNoneCase,
  serviceSelectorMatchesTemplate,
  serviceSelectorExact,
  serviceSelectorPresent,
  headlessServiceUnreferenced,
  publishNotReadyAddresses,
  clientServiceHidesNotReady,
  headlessPortRemap,
  headlessTargetPortExists,
  serviceMultiportNames,
  servicePortNameFormat,
  serviceIpFamilies,
  serviceTypeFields,
  serviceAllocationUnique,
  headlessPortNamed,
  headlessIneffectiveFields,
  selectorMatchesTemplate,
  selectorNotEmpty,
  selectorValid,
  selectorReservedLabels,
  selectorLabelsStable,
  templateReservedLabels,
  templateHostnameIgnored,
  templateHostnameOverride,
  hostNetworkIdentity,
  fqdnHostname64,
  podFqdn253,
  dnsPolicyCluster,
  workloadSelectorOverlap,
  barePodNameCollision,
  peerListOrdinals,
  peerListMembers,
  peerListComplete,
  peerListDomain,
  podIndexLabelMinVersion,
  perPodServiceOrdinal,
  perPodServiceSelector,
  peerServiceSelector,
  peerServiceAddress,
  peerServiceNotReady,
  peerServiceExists,
  ordinalsNonnegative,
  ordinalsInt32,
  replicasExplicit,
  duplicateObject,
  objectNameValid,
  hpaOwnsReplicas,
  integerFields,
  textFields,
  replicasZero,
];
