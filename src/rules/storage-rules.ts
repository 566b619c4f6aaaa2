import { blockModeDevice } from './block-mode-device';
import { dataPathEphemeral } from './data-path-ephemeral';
import { fsGroupSet } from './fs-group-set';
import { mountOptionsValid } from './mount-options-valid';
import { mountPathAbsolute } from './mount-path-absolute';
import { mountPathNested } from './mount-path-nested';
import { mountPathUnique } from './mount-path-unique';
import { mountPathUniqueNormalised } from './mount-path-unique-normalised';
import { mountRootNotEmpty } from './mount-root-not-empty';
import { mountSubpathRelative } from './mount-subpath-relative';
import { mountVolumeExists } from './mount-volume-exists';
import { projectedSourcesValid } from './projected-sources-valid';
import { pvcNameCollision } from './pvc-name-collision';
import { pvcPreexisting } from './pvc-preexisting';
import { pvcRetentionValues } from './pvc-retention-values';
import { pvcWhenDeletedDelete } from './pvc-when-deleted-delete';
import { pvcWhenScaledDelete } from './pvc-when-scaled-delete';
import type { Rule } from './rule';
import { sharedClaimInTemplate } from './shared-claim-in-template';
import { statefulWithoutStorage } from './stateful-without-storage';
import { storageClassBindingMode } from './storage-class-binding-mode';
import { vctAccessModeValue } from './vct-access-mode-value';
import { vctAccessModes } from './vct-access-modes';
import { vctDataSource } from './vct-data-source';
import { vctDuplicateName } from './vct-duplicate-name';
import { vctLabelsStable } from './vct-labels-stable';
import { vctMetadataLabelsValid } from './vct-metadata-labels-valid';
import { vctMetadataOwner } from './vct-metadata-owner';
import { vctNameLabel } from './vct-name-label';
import { vctRwopExclusive } from './vct-rwop-exclusive';
import { vctShadowsVolume } from './vct-shadows-volume';
import { vctStorageClassName } from './vct-storage-class-name';
import { vctStorageRequest } from './vct-storage-request';
import { vctUnmounted } from './vct-unmounted';
import { vctVolumeMode } from './vct-volume-mode';
import { volumeDeviceValid } from './volume-device-valid';
import { volumeNameUnique } from './volume-name-unique';
import { volumeValid } from './volume-valid';

export const STORAGE_RULES: readonly Rule[] = [
  mountVolumeExists,
  vctShadowsVolume,
  vctUnmounted,
  vctDuplicateName,
  vctNameLabel,
  vctAccessModes,
  vctAccessModeValue,
  vctRwopExclusive,
  vctVolumeMode,
  vctStorageRequest,
  vctStorageClassName,
  vctDataSource,
  vctMetadataLabelsValid,
  vctMetadataOwner,
  vctLabelsStable,
  pvcNameCollision,
  pvcPreexisting,
  mountPathUnique,
  mountPathUniqueNormalised,
  mountPathAbsolute,
  mountOptionsValid,
  mountPathNested,
  mountSubpathRelative,
  volumeNameUnique,
  volumeValid,
  projectedSourcesValid,
  sharedClaimInTemplate,
  dataPathEphemeral,
  statefulWithoutStorage,
  mountRootNotEmpty,
  blockModeDevice,
  volumeDeviceValid,
  storageClassBindingMode,
  fsGroupSet,
  pvcRetentionValues,
  pvcWhenScaledDelete,
  pvcWhenDeletedDelete,
];
