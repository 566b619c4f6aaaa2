/** The smallest number of members that is more than half: ⌊n/2⌋+1. */
export function majority(members: number): number {
  return Math.floor(members / 2) + 1;
}

/** How many members may be away while a majority stays. */
export function tolerated(members: number): number {
  return members - majority(members);
}

/**
 * An integer-or-percentage as the disruption controller reads it: percentages of `total` round up.
 *
 * Returns undefined for text that is neither.
 *
 * @see kubernetes v1.28.15 pkg/controller/disruption/disruption.go, getExpectedPodCount
 */
export function scaled(value: unknown, total: number): number | undefined {
  if (typeof value === 'number') return value;
  const percent = typeof value === 'string' ? /^([0-9]+)%$/.exec(value) : null;
  return percent ? Math.ceil((Number(percent[1]) * total) / 100) : undefined;
}
