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
