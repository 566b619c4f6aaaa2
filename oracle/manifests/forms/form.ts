import { Bench } from '../bench';

/** A sentence about what is seen, and its proof. */
export interface Form {
  readonly pattern: RegExp;
  /**
   * @param words what the groups of the pattern hold
   * @returns what is seen instead; undefined where it is as the page says
   */
  readonly prove: (bench: Bench, ...words: string[]) => Promise<string | undefined>;
}
