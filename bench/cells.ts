export type Layout = 'ten' | 'one' | 'none';

/** One size of app. */
export interface Cell {
  /** `ten` workloads a chart, all in `one`, or `none`: only the library is loaded. */
  readonly layout: Layout;
  /** Number of workloads. */
  readonly count: number;
}

export const VARIANTS = ['ours', 'raw', 'plus'] as const;
/** Processes that only load a library. */
export const LOADERS = ['require-ours', 'require-plus'] as const;
export const LOADING: Cell = { layout: 'none', count: 0 };

export const COUNTS = [100, 1000, 3000, 10000];
export const QUICK_COUNTS = [100, 1000];
export const LAYOUTS: readonly Layout[] = ['ten', 'one'];

/** 1000 charts are left out: cdk8s alone would take minutes for each. */
const LARGEST_IN_TENS = 3000;

export function cells(counts: readonly number[], layouts: readonly Layout[]): Cell[] {
  return layouts.flatMap((layout) => counts.filter((count) => layout === 'one' || count <= LARGEST_IN_TENS).map((count) => ({ layout, count })));
}

/** How often a variant runs: what takes long runs less often, what takes a moment more often. */
export function roundsOf(variant: string, { layout, count }: Cell, rounds: number): number {
  if (layout === 'none') return 3 * rounds;
  if (variant === 'plus' && layout === 'ten' && count >= 3000) return Math.min(rounds, 2);
  if (count >= 10000) return Math.min(rounds, variant === 'plus' ? 2 : 3);
  return rounds;
}
