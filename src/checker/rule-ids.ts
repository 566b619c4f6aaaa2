import { INPUT_RULES } from './input-rules';
import { RULES } from '../rules/engine';
import { OF_DECLARATIONS } from '../rules/rule';

let known: ReadonlySet<string> | undefined;

/** Every id that a finding can carry and that somebody may name. */
export function ruleIds(): ReadonlySet<string> {
  return known ??= new Set([...RULES, ...INPUT_RULES].map(({ id }) => id).concat(OF_DECLARATIONS));
}
