import { constants } from 'os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends this process by its normal way out, where what it has started is ended too, when somebody asks it to end. */
export function exitOnSignals(): void {
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      console.error(`${signal}: stopping`);
      process.exit(128 + constants.signals[signal]);
    });
  }
}

/**
 * Stops something in its own time before this process ends, when somebody asks it to end; a second signal does not
 * wait for that.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let asked = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const exit = () => process.exit(128 + constants.signals[signal]);
      if (asked) exit();
      asked = true;
      console.error(`${signal}: stopping`);
      stop().then(exit, (error) => { console.error(`error: ${error.message}`); exit(); });
    });
  }
}
