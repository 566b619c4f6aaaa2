/** What a part of the comparison came to. */
export interface Part {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** What stands behind the figures. */
  readonly detail: string;
  /** Everything that went wrong, ready to read. */
  readonly failures: readonly string[];
}

/** A count by name. */
export class Tally {
  private readonly counts = new Map<string, number>();

  public add(name: string): void {
    this.counts.set(name, this.of(name) + 1);
  }

  public of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  public toString(): string {
    return [...this.counts].map(([name, count]) => `${count} ${name}`).join(', ');
  }
}
