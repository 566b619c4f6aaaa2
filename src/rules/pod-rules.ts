import { annotationKeysValid } from './annotation-keys-valid';
import { containerImagePresent } from './container-image-present';
import { containerNameValid } from './container-name-valid';
import { containerPortValid } from './container-port-valid';
import { containerPresent } from './container-present';
import { envNameValid } from './env-name-valid';
import { envSourceValid } from './env-source-valid';
import { fieldTypes } from './field-types';
import { fieldValues } from './field-values';
import { hostPortUnique } from './host-port-unique';
import { imageBitnamiLegacy } from './image-bitnami-legacy';
import { lifecycleValid } from './lifecycle-valid';
import { livenessDiffersFromReadiness } from './liveness-differs-from-readiness';
import { livenessSuccessThreshold } from './liveness-success-threshold';
import { podOsValid } from './pod-os-valid';
import { podSecurityIds } from './pod-security-ids';
import { priorityFromClass } from './priority-from-class';
import { probeFieldsValid } from './probe-fields-valid';
import { probePortExists } from './probe-port-exists';
import { psaBaseline } from './psa-baseline';
import { psaRestricted } from './psa-restricted';
import { quantityValid } from './quantity-valid';
import { readinessProbePresent } from './readiness-probe-present';
import { referencedObjectsExist } from './referenced-objects-exist';
import { resourcesValid } from './resources-valid';
import { restartPolicyAlways } from './restart-policy-always';
import type { Rule } from './rule';
import { runAsNonRoot } from './run-as-non-root';
import { securityContextValid } from './security-context-valid';
import { sidecarMinVersion } from './sidecar-min-version';
import { templateAnnotationsValid } from './template-annotations-valid';
import { templateLabelsValid } from './template-labels-valid';
import { templateNodeName } from './template-node-name';
import { templatePodValid } from './template-pod-valid';
import { unknownField } from './unknown-field';

export const POD_RULES: readonly Rule[] = [
  fieldTypes,
  fieldValues,
  unknownField,
  restartPolicyAlways,
  sidecarMinVersion,
  containerPresent,
  containerNameValid,
  containerImagePresent,
  containerPortValid,
  hostPortUnique,
  probeFieldsValid,
  livenessSuccessThreshold,
  probePortExists,
  readinessProbePresent,
  livenessDiffersFromReadiness,
  lifecycleValid,
  templateLabelsValid,
  templatePodValid,
  priorityFromClass,
  podOsValid,
  referencedObjectsExist,
  annotationKeysValid,
  templateAnnotationsValid,
  envNameValid,
  envSourceValid,
  quantityValid,
  resourcesValid,
  templateNodeName,
  psaBaseline,
  psaRestricted,
  securityContextValid,
  podSecurityIds,
  runAsNonRoot,
  imageBitnamiLegacy,
];
