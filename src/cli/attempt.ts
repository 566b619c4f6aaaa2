/** What came of something that may fail: a value or the reason, one of the two. */
export type Attempt<T> = { readonly value: T; readonly problem?: undefined } | { readonly value?: undefined; readonly problem: string };

/** Files come and go, and permissions lie: reading them may always fail. */
export function attempt<T>(produce: () => T): Attempt<T> {
  try {
    return { value: produce() };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
