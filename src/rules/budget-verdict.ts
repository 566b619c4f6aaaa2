import { allowedDisruptions, desiredHealthy } from './budget-arithmetic';
import type { BudgetView } from './budget-view';
import { shown } from './json';
import type { FieldPath } from './rule';
import { fewest } from './scale';
import type { SetView } from './set-view';
import { majority, tolerated } from '../identity/quorum';

/**
 * What the arithmetic of a budget comes to: at most one rule speaks of it.
 *
 * `minimum`: nothing can be evicted at the minimum of an autoscaler; `never`: nothing can ever be evicted;
 * `single`: the only member can; `quorum`: more members than a quorum tolerates can; `nothing`: all members can.
 */
export type Outcome = 'minimum' | 'never' | 'single' | 'quorum' | 'nothing' | 'fits';

export interface Verdict {
  readonly outcome: Outcome;
  /** The set that it is about. */
  readonly set: SetView;
  /** All pods that the budget counts. */
  readonly pods: number;
  readonly desired: number;
  readonly allowed: number;
  readonly value: unknown;
  readonly path: FieldPath;
  /** The field as written. */
  readonly written: string;
}

/** The verdict on a budget that counts pods of StatefulSets only and that the API server accepts. */
export function verdictOn({ sets, others, spec }: BudgetView): Verdict | undefined {
  const min = spec.minAvailable ?? undefined;
  const max = spec.maxUnavailable ?? undefined;
  const pods = sets.reduce((sum, set) => sum + Math.max(0, fewest(set)), 0);
  if (others.length > 0 || pods === 0 || (min === undefined) === (max === undefined)) return undefined;
  const field = min !== undefined ? 'minAvailable' : 'maxUnavailable';
  const value = min ?? max;
  const desired = desiredHealthy(field, value, pods);
  if (desired === undefined) return undefined;
  const allowed = allowedDisruptions(desired, pods);
  const common = { pods, desired, allowed, value, path: ['spec', field], written: `${field} is ${shown(value)}` };
  if (allowed === 0) {
    const scaling = typeof min === 'number' ? sets.find((set) => set.autoscaler !== undefined) : undefined;
    return { ...common, outcome: scaling ? 'minimum' : 'never', set: scaling ?? sets[0] };
  }
  if (pods === 1) return { ...common, outcome: 'single', set: sets[0] };
  const lost = sets.find((set) => set.quorum && fewest(set) > 1 && allowed > tolerated(fewest(set)));
  if (lost) return { ...common, outcome: 'quorum', set: lost };
  return { ...common, outcome: allowed >= pods ? 'nothing' : 'fits', set: sets[0] };
}

/** What to write instead, for this set. */
export function betterBudget({ set, pods }: Verdict): string {
  if (pods === 1) return 'remove the budget, or write maxUnavailable: 1 and accept the outage';
  const members = fewest(set);
  if (!set.quorum || members < 2) return 'write maxUnavailable: 1 instead';
  if (members === 2) {
    return 'run 3 members with maxUnavailable: 1, as 2 members keep their majority only while nothing can be evicted; or choose explicitly and acknowledge it';
  }
  return members === pods ? `write minAvailable: ${majority(members)}, or maxUnavailable: 1` : 'write maxUnavailable: 1 instead';
}
