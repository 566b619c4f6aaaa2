/** What came of something that may fail: a value or the reason, one of the two. */
export type Attempt<T> = { readonly value: T; readonly problem?: undefined } | { readonly value?: undefined; readonly problem: string };

/** What the system means, by the code of its error. */
const WORDS: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'it may not be read: permission denied'],
  ['EISDIR', 'it is a folder, where a file is wanted'],
  ['ELOOP', 'its links lead in a circle'],
]);

/** Files come and go, and permissions lie: reading them may always fail. */
export function attempt<T>(produce: () => T): Attempt<T> {
  try {
    return { value: produce() };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { problem: WORDS.get(code) ?? message };
  }
}
