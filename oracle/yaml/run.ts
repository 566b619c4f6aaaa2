/**
 * Holds the reader of YAML against the one that kubectl has: the texts of `texts.ts`, scalars of every look, and the
 * manifests of the examples with small damage. `--write` records the first in `test/checker/kubectl.json`.
 *
 * A value that both read must be the same. Of damaged manifests one in fifty may be refused by one of the two alone.
 */
import { readFileSync, readdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import * as fc from 'fast-check';
import { Reading, kubectl } from './kubectl';
import { ours } from './ours';
import { TEXTS } from './texts';

const ROOT = resolve(__dirname, '..', '..');
const RECORD = join(ROOT, 'test/checker/kubectl.json');
const SCALARS = 20_000;
const DAMAGED = 5_000;
const TOLERATED = DAMAGED / 50;

type Difference = 'none' | 'value' | 'refused by us' | 'refused by kubectl';

function difference(mine: Reading, theirs: Reading): Difference {
  if (mine.error !== undefined && theirs.error !== undefined) return 'none';
  if (mine.error !== undefined) return 'refused by us';
  if (theirs.error !== undefined) return 'refused by kubectl';
  return canonical(mine) === canonical(theirs) ? 'none' : 'value';
}

/** As JSON with sorted keys. White space counts once: a damaged string that is folded differently is no other value to a rule. */
function canonical(reading: Reading): string {
  const sorted = (value: any): unknown => {
    if (typeof value === 'string') return value.replace(/\s+/g, ' ');
    const isMapping = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isMapping ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value;
  };
  return JSON.stringify(reading, (_, value) => sorted(value));
}

function compare(name: string, texts: readonly string[]): Record<Difference, number> {
  const counts: Record<Difference, number> = { 'none': 0, 'value': 0, 'refused by us': 0, 'refused by kubectl': 0 };
  const theirs = kubectl(texts);
  texts.forEach((text, i) => {
    const mine = ours(text);
    const found = difference(mine, theirs[i]);
    if (found !== 'none' && counts[found]++ < 3) {
      const [a, b] = [mine, theirs[i]].map(canonical);
      const from = Math.max(0, [...a].findIndex((char, at) => char !== b[at]) - 60);
      console.log(`${name}, ${found}: ${JSON.stringify(text.slice(0, 100))}\n  ours    ${a.slice(from, from + 200)}\n  kubectl ${b.slice(from, from + 200)}`);
    } else if (found === 'none') {counts.none++;}
  });
  console.log(`${name}: ${texts.length} texts, ${Object.entries(counts).map(([key, count]) => `${key} ${count}`).join(', ')}`);
  return counts;
}

/**
 * In a flow collection YAML 1.2 and 1.1 part over ":" and "-" at the edges of a word, and a key such as 98E6 is written
 * by Go as 9.8e+07: neither occurs in manifests.
 */
const scalar = fc.string({ unit: fc.constantFrom(...'0123456789+-._eExXobnNyYtTfF~:'), minLength: 1, maxLength: 8 }).filter((text) => !text.endsWith(':'));
const inFlow = scalar.filter((text) => !text.includes(':') && text !== '-');
const entry = fc.oneof(scalar.map((text) => `a: ${text}\n`), scalar.map((text) => `- ${text}\n`), inFlow.map((text) => `x: {a: ${text}}\n`));

const PIECES = [
  '\t', '  ', '\n', ':', '- ', '{', '}', '[', ']', '"', "'", '#', '&a', '*a', '<<: ', '|', '>', '!', '%', '@', '`', '---\n', '? ', ',', '\r\n', 'é',
  '\u2028', ': ', ' #',
];

function damaged(): fc.Arbitrary<string> {
  const examples = readdirSync(join(ROOT, 'examples'), { withFileTypes: true }).filter((found) => found.isDirectory());
  const folders = examples.map(({ name }) => join(ROOT, 'examples', name, 'manifests'));
  const manifests = folders.flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')));
  const damage = fc.tuple(fc.noBias(fc.nat(1_000_000)), fc.constantFrom(...PIECES), fc.nat(3));
  const apply = (text: string, damages: ReadonlyArray<readonly [number, string, number]>) => damages.reduce((now, [where, piece, gone]) => {
    const at = where % now.length;
    return now.slice(0, at) + piece + now.slice(at + gone);
  }, text);
  return fc.tuple(fc.constantFrom(...manifests), fc.array(damage, { minLength: 1, maxLength: 3 })).map(([text, damages]) => apply(text, damages));
}

function main(write: boolean): number {
  const texts = Object.values(TEXTS);
  if (write) {
    const readings = kubectl(texts);
    const record = Object.keys(TEXTS).map((name, i) => ({ name, text: texts[i], documents: readings[i].documents, refused: readings[i].error !== undefined }));
    writeFileSync(RECORD, `${JSON.stringify(record, undefined, 2)}\n`);
    console.log(`written: ${record.length} readings`);
  }
  const written = compare('texts', texts);
  const scalars = compare('scalars', fc.sample(entry, SCALARS));
  const manifests = compare('damaged manifests', fc.sample(damaged(), DAMAGED));
  const apart = (counts: Record<Difference, number>) => counts.value + counts['refused by us'] + counts['refused by kubectl'];
  const failed = apart(written) > 0 || apart(scalars) > 0 || manifests.value > 0 || apart(manifests) > TOLERATED;
  console.log(failed ? 'FAILED' : 'agreed');
  return failed ? 1 : 0;
}

process.exitCode = main(process.argv.includes('--write'));
