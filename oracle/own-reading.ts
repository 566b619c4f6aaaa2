import { RealBlock, RealReading, RealToken } from './real-parser';
import { Variables } from './variables';
import { Corefile, ServerBlock } from '../src/corefile/cst';
import { parse } from '../src/corefile/parse';

/** A text as the reader of this project reads it, in the words of the real one. */
export interface OwnReading extends RealReading {
  readonly file: Corefile;
  /** The values that the variables of the text have. */
  readonly env: Readonly<Record<string, string>>;
  /** Without the wrapping of the message. */
  readonly error: string;
  readonly errorLine: number;
  /** A text with the values of its variables in their place. */
  expand(text: string): string;
}

function blockOf(block: ServerBlock, variables: Variables): RealBlock {
  const directives = new Map<string, RealToken[]>();
  for (const { name, tokens } of block.directives) {
    const key = variables.expand(name.text);
    // The real parser expands the name to look it up, and keeps the word as it stands.
    const words = tokens.map(({ line, text }, at) => ({ line, text: at === 0 ? text : variables.expand(text) }));
    directives.set(key, [...directives.get(key) ?? [], ...words]);
  }
  return { keys: block.keys.map(({ text }) => variables.expand(text)), directives: Object.fromEntries(directives) };
}

/** Reads with the reader of this project. */
export function ownReading(text: string): OwnReading {
  const file = parse(text);
  const variables = new Variables();
  const [problem] = file.errors;
  // All words: those behind an error and those of unused snippets have variables too.
  for (const { text: word } of file.tokens) variables.expand(word);
  const blocks = file.blocks.map((block) => blockOf(block, variables));
  const error = problem ? variables.expand(problem.message) : '';
  return {
    file,
    tokens: file.tokens.map(({ line, text: word }) => ({ line, text: word })),
    blocks,
    error,
    errorLine: problem?.line ?? 0,
    env: variables.env,
    expand: (word) => variables.expand(word),
  };
}
