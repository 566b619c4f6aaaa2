const EVERY = 5000;

/** A line on stderr now and then, since a run takes minutes. */
export class Progress {
  private done = 0;
  private told = Date.now();

  public constructor(private readonly name: string, private readonly total: number) {
    console.error(`${name}: ${total}`);
  }

  public step(): void {
    this.done++;
    if (Date.now() - this.told < EVERY) return;
    this.told = Date.now();
    console.error(`${this.name}: ${this.done} of ${this.total}`);
  }
}
