import type * as judgements from './judgement';
import type * as engines from '../rules/engine';

/** The rules and what runs them. */
export type Engine = typeof engines;

let loaded: Engine | undefined;

/** A file a rule, read when a synth first asks and not when the library is imported. */
export function engine(): Engine {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return loaded ??= require('../rules/engine');
}

let judging: typeof judgements | undefined;

/** The checks of a declaration as a whole, and the words for what is found. */
export function judgement(): typeof judgements {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return judging ??= require('./judgement');
}
