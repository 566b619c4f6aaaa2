/** A wait that is given up. */
export class WaitedTooLong extends Error {}

/** Thrown by a probe when waiting on is of no use. */
export class Ended extends Error {}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Asks until there is an answer: a value other than undefined and false.
 *
 * @param what names the condition in the error
 * @param seconds limit, from 0 on
 * @param every milliseconds between two questions
 * @throws WaitedTooLong, with the last error of the probe; an Ended of the probe at once
 */
export async function waitFor<T>(what: string, seconds: number, probe: () => Promise<T | undefined | false> | T | undefined | false, every = 50): Promise<T> {
  const end = performance.now() + seconds * 1000;
  let last = '';
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer;
      last = '';
    } catch (error) {
      if (error instanceof Ended) throw error;
      last = `; last answer: ${(error as Error).message}`;
    }
    if (performance.now() >= end) throw new WaitedTooLong(`waited ${seconds} s for ${what}${last}`);
    await pause(every);
  }
}

/**
 * Starts something, and once more if that fails: the machine may have been too busy.
 *
 * @param tell told why it is tried again
 * @throws what the second try has failed with
 */
export function twice<T>(start: () => Promise<T>, tell: (line: string) => void): Promise<T> {
  return start().catch((error: Error) => {
    tell(`once more: ${error.message}`);
    return start();
  });
}

/**
 * What is waited for, in time.
 *
 * @param what names it in the error
 * @throws WaitedTooLong
 */
export function within<T>(seconds: number, what: string, wait: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new WaitedTooLong(`waited ${seconds} s for ${what}`)), seconds * 1000);
    wait.finally(() => clearTimeout(late)).then(resolve, reject);
  });
}
