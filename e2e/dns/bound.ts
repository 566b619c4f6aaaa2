/** What is promised of a time, in seconds. */
export interface Bound {
  readonly least: number;
  readonly most: number;
}

/** The next question is answered from the API's state; the second is for the watch and a busy machine. */
export const AT_ONCE: Bound = { least: 0, most: 1 };
/** A denial is kept for one second. */
export const ONE_SECOND: Bound = { least: 0, most: 1.5 };
/** An answer is kept for five seconds. */
export const FIVE_SECONDS: Bound = { least: 1, most: 6 };
/** An answer is kept for thirty seconds. */
export const HALF_A_MINUTE: Bound = { least: 20, most: 31 };

/** Nothing is kept: from the status of a pod to its EndpointSlice, which is the controllers' time on a busy machine. */
export const BY_WATCH: Bound = { least: 0, most: 5 };

/** Two caches, one behind the other: the times add. */
export function added(one: Bound, other: Bound): Bound {
  return { least: Math.max(one.least, other.least), most: one.most + other.most };
}

export function within(seconds: number, { least, most }: Bound): boolean {
  return seconds >= least && seconds <= most;
}

export function boundText({ least, most }: Bound): string {
  return least > 0 ? `${least} to ${most}` : `<= ${most}`;
}
