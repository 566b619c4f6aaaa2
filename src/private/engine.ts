import type { Rule } from '../rules/rule';
import type * as run from '../rules/run';

/** The rules and what runs them: a file a rule, read when a synth first asks and not when the library is imported. */
export interface Engine {
  readonly rules: readonly Rule[];
  readonly judge: typeof run.judge;
}

let loaded: Engine | undefined;

export function engine(): Engine {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return loaded ??= { rules: require('../rules').RULES, judge: (...args) => require('../rules/run').judge(...args) };
}
