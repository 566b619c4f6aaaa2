import { Sample } from './programs';

export type Samples = ReadonlyMap<string, readonly Sample[]>;

/** What must not be exceeded: the median of a figure over the rounds that measured all its parts. */
export interface Goal {
  readonly name: string;
  readonly limit: number;
  readonly parts: readonly string[];
  readonly figure: (...samples: Sample[]) => number;
}

export const key = (program: string, shape: string, count: number) => `${program}/${shape}/${count}`;

const wallRatio = (a: Sample, b: Sample) => a.wall / b.wall;

export function goals(shapes: readonly string[]): Goal[] {
  return [
    ...shapes.flatMap((shape) => [
      ...([[100, 1.3], [1000, 0.15], [3000, 0.05]] as const).map(([count, limit]): Goal => ({
        name: `wall ours/kube-score, ${shape}, N=${count}`,
        limit,
        parts: [key('ours', shape, count), key('kube-score', shape, count)],
        figure: wallRatio,
      })),
      { name: `wall of ours, N=3000 / N=1000, ${shape}`, limit: 3.3, parts: [key('ours', shape, 3000), key('ours', shape, 1000)], figure: wallRatio },
      { name: `peak memory of ours in MiB, ${shape}, N=3000`, limit: 210, parts: [key('ours', shape, 3000)], figure: (ours: Sample) => ours.memory },
    ]),
    { name: 'wall of --help / an empty Node script', limit: 1.3, parts: ['help', 'empty'], figure: wallRatio },
  ];
}

export interface Verdict {
  readonly goal: Goal;
  /** One figure a round; empty where a part was not measured. */
  readonly figures: readonly number[];
  readonly met: boolean;
}

export function judge(goal: Goal, samples: Samples): Verdict {
  const columns = goal.parts.map((part) => samples.get(part) ?? []);
  const rounds = Math.min(...columns.map((column) => column.length));
  const figures = Array.from({ length: rounds }, (_, round) => goal.figure(...columns.map((column) => column[round])));
  return { goal, figures, met: rounds === 0 || median(figures) <= goal.limit };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
