import type { Rule } from '../rules/rule';
import type * as run from '../rules/run';

/** The rules and what runs them: a file a rule, read when a synth first asks and not when the library is imported. */
export interface Engine {
  readonly rules: readonly Rule[];
  readonly judge: typeof run.judge;
  readonly budgetsOver: typeof run.budgetsOver;
}

let loaded: Engine | undefined;

export function engine(): Engine {
  return loaded ??= load();
}

/* eslint-disable @typescript-eslint/no-require-imports */
function load(): Engine {
  const runner: typeof run = require('../rules/run');
  return { rules: require('../rules').RULES, judge: (...args) => runner.judge(...args), budgetsOver: runner.budgetsOver };
}
