import { map, shown, text } from './json';
import { isDnsSubdomain } from './label-syntax';
import type { ObjectSet } from './object-set';
import { Json, Rule, since } from './rule';

export const vctStorageClassName: Rule = {
  id: 'vct-storage-class-name',
  severity: 'error',
  title: 'storageClassName of a claim template is a DNS subdomain; "" only where volumes are made by hand',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go (ValidatePersistentVolumeClaimSpec)',
  rejected: since(34),
  set: (set, report) => set.claims.forEach((claim, i) => {
    const name = map(claim.spec).storageClassName;
    if (name === undefined || name === null) return;
    const path = ['spec', 'volumeClaimTemplates', i, 'spec', 'storageClassName'];
    if (name === '' && !byHand(claim, set.all)) {
      report({
        object: set.object,
        path,
        severity: 'warning',
        rejected: false,
        message: `claim template ${shown(set.claimNameAt(i))} has storageClassName "", which turns dynamic provisioning off: `
          + 'its claims stay Pending until somebody makes a volume for each',
        fix: 'leave storageClassName out for the default class, or name a class',
      });
    }
    if (name === '' || isDnsSubdomain(text(name) ?? '')) return;
    report({
      object: set.object,
      path,
      message: `storageClassName ${shown(name)} is not a DNS subdomain, so no class can have this name; the claims are refused and no pod starts`,
      fix: 'name a class as kubectl get storageclass prints it: lower-case letters, digits, "-" and "."',
    });
  }),
};

/** Volumes in the rendering without a class, or a claim that picks its volume, show that `""` is meant. */
function byHand(claim: Json, all: ObjectSet): boolean {
  return Boolean(claim.spec.selector || claim.spec.volumeName) || all.ofKind('PersistentVolume').some((volume) => !volume.spec?.storageClassName);
}
