import { Yaml } from 'cdk8s';
import { Scalars, yamlText } from '../output/yaml-text';

/** Every shape and kind of text that decides how a manifest is written. */
const PROBE = {
  apiVersion: 'v1',
  kind: 'Probe',
  spec: {
    lists: [[1, [true]], [], {}, [[]], { a: { b: ['x', 'y'] }, c: [{ d: 1, e: [{ f: 2 }] }] }],
    empty: {},
    none: [],
    texts: ['db-0', 'yes', '1', '', ' a', 'a: b', '# a', 'a#b', '0755', '1e3', '190:20:30', '2001-01-01', '~', '"', '\'', 'é', '\t', '- a', '*', 'a:', 'a '.repeat(200).trim()],
    numbers: [0, -1, 0.5],
    1: 'a: b',
  },
};

/**
 * Within a synth of the app: every object is written in one walk, and every scalar is worked out once, by cdk8s itself.
 * cdk8s makes a document of nodes of each object, which takes most of the time of a synth. What is not plain JSON of
 * one-line scalars is left to cdk8s, and so is everything where its version writes the probe in another way.
 *
 * Returns how to go back.
 *
 * @see cdk8s v2.70.106 src/yaml.ts, Yaml.stringify
 */
export function writeInOneWalk(): () => void {
  const stock = Yaml.stringify;
  const stringify = (...docs: unknown[]) => stock.call(Yaml, ...docs);
  const scalars = scalarsWrittenBy(stringify);
  const write = (...docs: unknown[]) => docs.map((doc) => yamlText(doc, scalars) ?? stringify(doc)).join('---\n');
  if (yamlText(PROBE, scalars) === undefined || write(PROBE, PROBE) !== stringify(PROBE, PROBE)) return () => undefined;
  Yaml.stringify = write;
  return () => {
    Yaml.stringify = stock;
  };
}

/** Each is written below the margin, where most texts stand: at the margin some are written in other ways. */
function scalarsWrittenBy(stringify: (object: unknown) => string): Scalars {
  const between = (start: string, object: unknown, end: string) => {
    const text = stringify(object).slice(start.length, -end.length);
    return text.includes('\n') ? undefined : text;
  };
  return {
    value: once((scalar) => isPlaceless(scalar) ? between('k:\n  k: ', { k: { k: scalar } }, '\n') : undefined),
    key: once((key) => isPlaceless(key) ? between('k:\n  ', { k: { [`${key}`]: 0 } }, ': 0\n') : undefined),
  };
}

/** Whether it is written alike wherever it stands: no text of several lines, none like a marker of documents or of a merge. */
function isPlaceless(scalar: unknown): boolean {
  return typeof scalar !== 'string' || (scalar !== '<<' && !/\n|^(?:%|---|\.\.\.)/.test(scalar));
}

/** A map holds 0 and -0 for the same, which YAML does not. */
function once(write: (scalar: unknown) => string | undefined): (scalar: unknown) => string | undefined {
  const known = new Map<unknown, string | undefined>();
  return (scalar) => {
    if (Object.is(scalar, -0)) return undefined;
    let text = known.get(scalar);
    if (text === undefined && !known.has(scalar)) known.set(scalar, text = write(scalar));
    return text;
  };
}
