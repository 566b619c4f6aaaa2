import { list, map, shown } from './json';
import type { Json } from './rule';
import { CONTROLLER_LABELS } from '../identity/labels';

/** What is wrong with keys whose values on the pod are added to a selector. */
export interface KeysFault {
  readonly field: 'matchLabelKeys' | 'mismatchLabelKeys';
  readonly message: string;
  readonly fix: string;
  /** Whether a pod is refused, and its template is taken. */
  readonly onlyPods?: boolean;
}

/**
 * The selector must be there, and a key must not be in it as well.
 *
 * @param unread whether the version refuses such a key by its name alone, whether or not the pod has the label
 */
export function labelKeysFault(term: Json, labels: Record<string, unknown>, unread = false): KeysFault | undefined {
  const { matchLabelKeys, mismatchLabelKeys, labelSelector } = term;
  const [keys, others] = [list(matchLabelKeys), list(mismatchLabelKeys)];
  if (keys.length + others.length === 0) return undefined;
  const field = keys.length > 0 ? 'matchLabelKeys' : 'mismatchLabelKeys';
  if ((labelSelector ?? undefined) === undefined) return { field, message: `${field} stands there without a labelSelector`, fix: 'write the labelSelector of the pods that count' };
  const both = keys.find((key) => others.includes(key));
  if (both !== undefined) return { field, message: `matchLabelKeys and mismatchLabelKeys both have ${shown(both)}`, fix: 'write the key in one of them' };
  const known = new Set(Object.keys(map(map(labelSelector).matchLabels)));
  let twice: unknown;
  for (const { key } of list(map(labelSelector).matchExpressions).map(map)) {
    if (keys.includes(key) && known.has(key)) twice = key;
    known.add(key);
  }
  if (twice !== undefined) return { field, message: `matchLabelKeys and labelSelector both have ${shown(twice)}`, fix: 'write the key in one of them' };
  const added = (key: string) => unread || key in labels || CONTROLLER_LABELS.includes(key);
  const selected = keys.find((key, i) => added(key) && (known.has(key) || (!unread && keys.indexOf(key) < i)));
  if (selected === undefined) return undefined;
  return { field, message: `matchLabelKeys has ${shown(selected)}, which the labelSelector has as well, or which stands there twice`, fix: 'write the key once', onlyPods: true };
}
