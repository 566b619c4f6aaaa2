import { claimOwners } from './claim-names';
import type { Rule } from './rule';
import { claimName } from '../identity/names';

export const pvcNameCollision: Rule = {
  id: 'pvc-name-collision',
  severity: 'error',
  title: 'no two sets of a namespace make claims of the same name',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_pod_control.go L341: a claim that exists is used',
  all: (all, report) => {
    for (const owners of claimOwners(all).values()) {
      owners.forEach((owner, i) => {
        const other = owners.slice(0, i).find(({ first, last }) => first <= owner.last && owner.first <= last);
        if (!other) return;
        const { set, index, claim } = owner;
        report({
          object: set.object,
          set,
          path: ['spec', 'volumeClaimTemplates', index, 'metadata', 'name'],
          message: `claim template "${claim}" of set "${set.name}" and "${other.claim}" of set "${other.set.name}" both make the claim `
            + `${claimName(claim, set.name, Math.max(owner.first, other.first))}; both members write to one volume, without an error or event`,
          fix: 'rename one of the claim templates, before the first apply',
        });
      });
    }
  },
};
