import { Cell } from './cells';

/** What one process took. */
export interface Sample {
  /** User and system CPU, in milliseconds. */
  readonly cpu: number;
  /** Peak resident memory, in KiB. */
  readonly memory: number;
}

export type Quantity = keyof Sample;

/** A ratio over the rounds: of each round first, then of all. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

/** Every sample of a run, by variant, cell and round. */
export class Samples {
  private readonly all = new Map<string, Sample[]>();

  public add(variant: string, cell: Cell, sample: Sample): void {
    const key = `${variant}/${cell.layout}/${cell.count}`;
    this.all.set(key, [...this.of(variant, cell), sample]);
  }

  public of(variant: string, cell: Cell): readonly Sample[] {
    return this.all.get(`${variant}/${cell.layout}/${cell.count}`) ?? [];
  }

  /** The spread of a figure that is computed from the samples of one round; undefined when one of them never ran. */
  public spread(parts: ReadonlyArray<readonly [variant: string, cell: Cell]>, figure: (...samples: Sample[]) => number): Spread | undefined {
    const columns = parts.map(([variant, cell]) => this.of(variant, cell));
    const rounds = Math.min(...columns.map((column) => column.length));
    if (rounds === 0) return undefined;
    const figures = Array.from({ length: rounds }, (_, round) => figure(...columns.map((column) => column[round])));
    return { median: median(figures), min: Math.min(...figures), max: Math.max(...figures), rounds };
  }

  public toJSON(): { [key: string]: Sample[] } {
    return Object.fromEntries(this.all);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
