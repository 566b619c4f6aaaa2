import { list, map, shown, text } from './json';
import type { Rule, Severity } from './rule';

// Every claim gets this one anyway.
const PROTECTION = 'kubernetes.io/pvc-protection';

export const vctMetadataOwner: Rule = {
  id: 'vct-metadata-owner',
  severity: 'error',
  title: 'a claim template has no ownerReferences, no finalizers and no foreign namespace',
  source: 'kubernetes v1.36.3 pkg/controller/statefulset/stateful_set_utils.go L390-408',
  set: (set, report) => set.claims.forEach((claim, i) => {
    const { ownerReferences, finalizers, namespace } = map(claim.metadata);
    const at = (field: string, value: unknown, outcome: string, severity?: Severity) => report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates', i, 'metadata', field],
      message: `claim template ${shown(set.claimNameAt(i))} has ${field} ${shown(value)}; ${outcome}`,
      fix: `remove ${field}`,
      severity,
    });
    if (list(ownerReferences).length > 0) {
      at('ownerReferences', ownerReferences, 'it is copied to every claim, and the garbage collector deletes a claim, with its data, whose owner is gone');
    }
    if (list(finalizers).some((name) => name !== PROTECTION)) at('finalizers', finalizers, 'it is copied to every claim, which then cannot be deleted');
    // Without a namespace in the manifest, the one of the apply may be the same.
    if (text(namespace) && set.namespace !== '' && namespace !== set.namespace) at('namespace', namespace, 'claims are created in the namespace of the set', 'warning');
  }),
};
