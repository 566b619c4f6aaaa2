import type * as checkers from '../checker';

let loaded: typeof checkers | undefined;

/** The checker with its parser, read when somebody first asks and not when the library is imported. */
export function checker(): typeof checkers {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return loaded ??= require('../checker');
}
