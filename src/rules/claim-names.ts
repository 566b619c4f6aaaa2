import type { ObjectSet } from './object-set';
import type { SetView } from './set-view';

/** A claim template of a set, and the ordinals for which it makes claims. */
export interface ClaimOwner {
  readonly set: SetView;
  readonly index: number;
  readonly claim: string;
  readonly first: number;
  readonly last: number;
}

const known = new WeakMap<ObjectSet, Map<string, ClaimOwner[]>>();

/**
 * All claim templates by `namespace/<claim>-<set>`.
 *
 * An ordinal has no hyphen, so two claim names are equal only if this prefix and the ordinal are: no need to expand ordinals.
 */
export function claimOwners(all: ObjectSet): ReadonlyMap<string, readonly ClaimOwner[]> {
  const owners = known.get(all) ?? ownersIn(all);
  known.set(all, owners);
  return owners;
}

function ownersIn(all: ObjectSet): Map<string, ClaimOwner[]> {
  const owners = new Map<string, ClaimOwner[]>();
  for (const set of all.sets) {
    if (set.name === '') continue;
    const first = set.start;
    // One scaled to zero still owns its first ordinal, which the next scale-up takes.
    const last = Math.max(set.last, first);
    set.claims.forEach((_, index) => {
      const claim = set.claimNameAt(index);
      if (claim === '') return;
      const key = claimKey(set.namespace, `${claim}-${set.name}`);
      const found = owners.get(key);
      if (!found) owners.set(key, [{ set, index, claim, first, last }]);
      // Same prefix and same claim name: the same set given twice, or a claim template given twice.
      else if (!found.some((other) => other.claim === claim)) found.push({ set, index, claim, first, last });
    });
  }
  return owners;
}

export function claimKey(namespace: string, prefix: string): string {
  return `${namespace}/${prefix}`;
}
