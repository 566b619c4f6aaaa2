import { list, map } from './json';
import type { FieldPath, Json } from './rule';
import { selects } from './selector';
import type { SetView } from './set-view';
import { cleaned } from './workloads';
import { CONTROLLER_LABELS } from '../identity/labels';

/** A topology spread constraint or an anti-affinity term of a pod template. */
export interface SpreadTerm {
  readonly term: Json;
  readonly path: FieldPath;
  /** An anti-affinity that the scheduler must obey. */
  readonly required: boolean;
}

export function spreadConstraints(set: SetView): SpreadTerm[] {
  return list(set.pod.topologySpreadConstraints).map((term, i) => ({
    term: map(term), path: set.podPath('topologySpreadConstraints', i), required: false,
  }));
}

export function antiAffinityTerms(set: SetView): SpreadTerm[] {
  const anti = map(map(set.pod.affinity).podAntiAffinity);
  const [required, preferred] = ['requiredDuringSchedulingIgnoredDuringExecution', 'preferredDuringSchedulingIgnoredDuringExecution'];
  const at = (...rest: Array<string | number>) => set.podPath('affinity', 'podAntiAffinity', ...rest);
  return [
    ...list(anti[required]).map((term, i) => ({ term: map(term), path: at(required, i), required: true })),
    ...list(anti[preferred]).map((term, i) => ({
      term: map(map(term).podAffinityTerm), path: at(preferred, i, 'podAffinityTerm'), required: false,
    })),
  ];
}

/** Whether a term is about the set's own pods. */
export function spreadsItself(set: SetView, { term }: SpreadTerm): boolean {
  if (!isSelector(term.labelSelector)) return false;
  const { matchLabels, matchExpressions } = cleaned(term.labelSelector);
  const known = (key: string) => !CONTROLLER_LABELS.includes(key);
  return selects({
    matchLabels: Object.fromEntries(Object.entries(matchLabels).filter(([key]) => known(key))),
    matchExpressions: matchExpressions.filter(({ key }) => known(key)),
  }, set.templateLabels);
}

/** Anything but an object selects no pod. */
export function isSelector(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
