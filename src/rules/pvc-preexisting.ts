import { claimKey, claimOwners } from './claim-names';
import { list, map, shown, text } from './json';
import { namespaceOf } from './object-set';
import { parseQuantity } from './quantity';
import type { FieldPath, Json, Rule } from './rule';

const CLAIM = /^(.*)-(0|[1-9]\d{0,9})$/;

/** What a claim and its template may differ in, each read so that equal meanings are equal. */
const FIELDS: ReadonlyArray<{ readonly path: FieldPath; readonly read: (spec: Json) => unknown }> = [
  { path: ['spec', 'resources', 'requests', 'storage'], read: (spec) => parseQuantity(map(map(spec.resources).requests).storage) },
  { path: ['spec', 'storageClassName'], read: (spec) => text(spec.storageClassName) },
  { path: ['spec', 'accessModes'], read: (spec) => [...new Set(list(spec.accessModes))].map(String).sort().join() },
  { path: ['spec', 'volumeMode'], read: (spec) => text(spec.volumeMode) || 'Filesystem' },
];

export const pvcPreexisting: Rule = {
  id: 'pvc-preexisting',
  severity: 'warning',
  title: 'a PersistentVolumeClaim that a member will take over agrees with the claim template',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_pod_control.go L362',
  all: (all, report) => {
    const claims = all.ofKind('PersistentVolumeClaim');
    if (claims.length === 0) return;
    const owners = claimOwners(all);
    for (const object of claims) {
      const [, prefix, ordinal] = CLAIM.exec(text(object.metadata?.name) ?? '') ?? [];
      const owner = owners.get(claimKey(namespaceOf(object), prefix))?.find(({ first }) => Number(ordinal) >= first);
      if (!owner) continue;
      const template = map(owner.set.claims[owner.index].spec);
      const differing = FIELDS.filter(({ read }) => read(map(object.spec)) !== read(template));
      if (differing.length === 0) continue;
      report({
        object,
        set: owner.set,
        path: differing[0].path,
        message: `${prefix}-${ordinal} is the claim of member ${ordinal} of set "${owner.set.name}", which takes it as it is: `
          + `${differing.map(({ path }) => path[path.length - 1]).join(', ')} of claim template ${shown(owner.claim)} do not apply to it`,
        fix: `write the same spec as claim template ${owner.claim}, or acknowledge that this member differs`,
      });
    }
  },
};
