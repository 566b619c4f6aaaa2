import { InputProblem } from './input-problem';

/** One YAML document of a text. */
export interface Chunk {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
  /** Why it cannot be one, when the line that opens it says so. */
  readonly problem?: InputProblem;
}

/**
 * The documents of a text, cut as kubectl cuts them: at every line that begins with `---`, before any YAML is read.
 *
 * @see k8s.io/apimachinery v0.36.3 pkg/util/yaml/decoder.go (YAMLReader.Read)
 */
export function* documents(text: string): Generator<Chunk> {
  let start = 0;
  let problem: InputProblem | undefined;
  for (let at = separatorFrom(text, 0); at >= 0; at = separatorFrom(text, start)) {
    yield { text: text.slice(start, at), start, problem };
    const end = text.indexOf('\n', at);
    start = end < 0 ? text.length : end + 1;
    const rest = text.slice(at + 3, start).trim();
    problem = rest === '' || rest.startsWith('#') ? undefined : {
      id: 'yaml-syntax',
      offset: at,
      message: `${JSON.stringify(text.slice(at, start).trim().slice(0, 60))} begins like the line between two documents and goes on; kubectl refuses the whole file`,
      fix: 'write --- alone on its line',
    };
  }
  yield { text: text.slice(start), start, problem };
}

function separatorFrom(text: string, from: number): number {
  if (text.startsWith('---', from)) return from;
  const found = text.indexOf('\n---', from === 0 ? 0 : from - 1);
  return found < 0 ? -1 : found + 1;
}
