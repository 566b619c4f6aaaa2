/** The highest ordinal that the controller can name: it parses ordinals as int32. */
export const MAX_ORDINAL = 2147483647;

/** `count` ordinals from `start` on, ascending: the order in which OrderedReady creates pods. */
export function ordinals(start: number, count: number): number[] {
  return Array.from({ length: Math.max(0, Math.trunc(count) || 0) }, (_, i) => start + i);
}

/**
 * The API's `partition` for "update from this ordinal on".
 *
 * The API counts from `ordinals.start` although its documentation says ordinal.
 *
 * @see kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L679; kubernetes#128529
 */
export function partitionOffset(fromOrdinal: number, start: number): number {
  return fromOrdinal - start;
}
