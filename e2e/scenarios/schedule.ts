import { Scenario } from './scenario';

/** Those that wait long for what belongs to everybody come first, so that nothing is left to wait for at the end. */
const rank = ({ alone, slow }: Scenario) => (alone === 'core-dns' ? 1 : slow ? 2 : 3);

/** Which scenario may begin, beside those that run: it knows no clock. */
export class Schedule {
  private waiting: readonly Scenario[];
  private readonly running = new Set<Scenario>();
  private wake: (() => void)[] = [];

  /**
   * @param everything whether a scenario needs the whole cluster for itself: those go first, one after the other
   */
  public constructor(scenarios: readonly Scenario[], private readonly everything = ({ alone }: Scenario) => alone === 'cluster') {
    const place = (scenario: Scenario) => (everything(scenario) ? 0 : rank(scenario));
    this.waiting = [...scenarios].sort((one, other) => place(one) - place(other));
  }

  /** The next one, as soon as it may begin; undefined when none is left. It runs until `ended` is told. */
  public async next(): Promise<Scenario | undefined> {
    while (this.waiting.length > 0) {
      const found = this.startable();
      if (found) {
        this.waiting = this.waiting.filter((each) => each !== found);
        this.running.add(found);
        this.tellAll();
        return found;
      }
      await new Promise<void>((resolve) => this.wake.push(resolve));
    }
    return undefined;
  }

  public ended(scenario: Scenario): void {
    this.running.delete(scenario);
    this.tellAll();
  }

  private startable(): Scenario | undefined {
    const running = [...this.running];
    if (running.some(this.everything)) return undefined;
    // Nobody overtakes one that needs everything, or it might never begin.
    if (this.everything(this.waiting[0])) return running.length === 0 ? this.waiting[0] : undefined;
    const dnsIsTaken = running.some(({ alone }) => alone === 'core-dns');
    return this.waiting.find(({ alone }) => alone !== 'core-dns' || !dnsIsTaken);
  }

  private tellAll(): void {
    const sleeping = this.wake;
    this.wake = [];
    for (const resolve of sleeping) resolve();
  }
}
