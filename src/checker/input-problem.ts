/** What is wrong with a text before any rule can read it. */
export interface InputProblem {
  /** Id of the finding that it becomes: see `input-rules.ts`. */
  readonly id: string;
  /** What was read and what happens when it is applied. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /** Where, from the start of the text; the whole text when absent. */
  readonly offset?: number;
}

/** Stops the reading of one document. */
export class Unreadable extends Error {
  constructor(readonly problem: InputProblem) {
    super(problem.message);
  }
}
