import { Cell, LOADING, Layout, VARIANTS } from './cells';
import { Quantity, Sample, Samples, Spread } from './samples';

/** What a ratio must not exceed. */
export interface Goal {
  readonly name: string;
  readonly limit: number;
  /** Whether the limit itself already misses. */
  readonly below: boolean;
  /** The processes that are compared. */
  readonly parts: ReadonlyArray<readonly [variant: string, cell: Cell]>;
  readonly figure: (...samples: Sample[]) => number;
}

export interface Verdict {
  readonly goal: Goal;
  /** Absent when the run did not measure it. */
  readonly spread?: Spread;
  readonly met: boolean;
}

const LAYOUT_NAMES: Record<Layout, string> = { ten: '10 workloads a chart', one: 'one chart', none: '' };

const at = (layout: Layout, count: number): Cell => ({ layout, count });
const where = ({ layout, count }: Cell) => `N=${count}, ${LAYOUT_NAMES[layout]}`;

/** The goals; `plus` is compared in every cell that was measured. */
export function goals(measured: readonly Cell[]): Goal[] {
  const tens = [at('ten', 1000), at('ten', 3000)];
  const ones = [at('one', 1000), at('one', 10000)];
  return [
    ...[at('ten', 1000), at('one', 1000)].map((cell) => ratio('CPU', 'cpu', 'raw', cell, 1.25)),
    ...measured.map((cell) => ratio('CPU', 'cpu', 'plus', cell, 1, true)),
    {
      name: 'CPU of ours, N=10000 / N=1000, one chart',
      limit: 11,
      below: false,
      parts: [['ours', ones[1]], ['ours', ones[0]]],
      figure: (large, small) => large.cpu / small.cpu,
    },
    {
      name: 'CPU growth ours/raw, N=1000 to 3000, 10 workloads a chart',
      limit: 1.1,
      below: false,
      parts: [['ours', tens[1]], ['ours', tens[0]], ['raw', tens[1]], ['raw', tens[0]]],
      figure: (ours, oursBefore, raw, rawBefore) => (ours.cpu / oursBefore.cpu) / (raw.cpu / rawBefore.cpu),
    },
    ...[...tens, ones[0], at('one', 3000), ones[1]].map((cell) => ratio('memory', 'memory', 'raw', cell, 1.5)),
    {
      name: 'CPU of loading, ours / cdk8s-plus-28',
      limit: 1.15,
      below: false,
      parts: [['require-ours', LOADING], ['require-plus', LOADING]],
      figure: (ours, plus) => ours.cpu / plus.cpu,
    },
  ];
}

export function judge(goal: Goal, samples: Samples): Verdict {
  const spread = samples.spread(goal.parts, goal.figure);
  const met = spread === undefined || spread.median < goal.limit || (!goal.below && spread.median === goal.limit);
  return { goal, spread, met };
}

function ratio(name: string, quantity: Quantity, other: typeof VARIANTS[number], cell: Cell, limit: number, below = false): Goal {
  return {
    name: `${name} ours/${other}, ${where(cell)}`,
    limit,
    below,
    parts: [['ours', cell], [other, cell]],
    figure: (ours, theirs) => ours[quantity] / theirs[quantity],
  };
}
