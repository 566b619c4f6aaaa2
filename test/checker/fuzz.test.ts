import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { manifest } from './manifests';
import { Check } from '../../src/checker/check';
import { readConfig, ConfigError } from '../../src/checker/config';
import { decode } from '../../src/checker/decode';
import { REPORTS } from '../../src/checker/reports';

const NASTY = join(__dirname, 'nasty');
const EXAMPLES = join(__dirname, '..', '..', 'examples');
const folders = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(EXAMPLES, name, 'manifests'));
const MANIFESTS = [manifest(), ...folders.flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')))];

/** Judges a text and writes every report; whatever it holds, each finding has a place in it. */
function survive(text: string): void {
  const check = new Check();
  check.add({ file: 'x.yaml', text });
  const result = check.run();
  const lines = text.split('\n').length;
  for (const { line, column, severity } of result.findings) {
    expect(line! >= 1 && line! <= lines && column! >= 1).toBe(true);
    expect(['error', 'warning', 'info']).toContain(severity);
  }
  for (const report of Object.values(REPORTS)) expect(report({ ...result, version: '0', colours: true }).length).toBeGreaterThan(0);
}

/** Pieces on which readers and rules have stumbled. */
const PIECES = ['\t', '\n', ':', '- ', '{', '}', '[', ']', '"', "'", '#', '&a ', '*a', '<<: *a', '|', '>', '!', '!!int ', '%', '@', '`', '---\n', '...\n', '? ', ',', '\r', '\0', '\uFEFF', '\u2028', '\ud800',
  '{{', 'null', '~', '-1', '1e400', '.nan', '__proto__: ', 'constructor: ', '9'.repeat(30), 'x'.repeat(300), ' kind: List\nitems:\n'];

const damage = fc.array(fc.tuple(fc.noBias(fc.nat(1_000_000)), fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), fc.nat(12)), { minLength: 1, maxLength: 6 });
const apply = (text: string, damages: ReadonlyArray<readonly [number, string, number]>) => damages.reduce((now, [where, piece, gone]) => {
  const at = where % (now.length + 1);
  return now.slice(0, at) + piece + now.slice(at + gone);
}, text);
const damaged = fc.tuple(fc.constantFrom(...MANIFESTS), damage).map(([text, damages]) => apply(text, damages));
const SETTINGS = `kubernetesVersion: "1.31"
closedWorld: true
disable: [pdb-present]
severities: {replicas-zero: error}
suppressions:
- {rule: pdb-present, reason: x, file: "**"}
`;

test.each(readdirSync(NASTY))('%s is survived', (file) => {
  const text = decode(readFileSync(join(NASTY, file)));
  if (typeof text === 'string') survive(text);
  else expect(text.id).toBe('input-not-text');
});

const SET = 'kind: StatefulSet, apiVersion: apps/v1, metadata: {name: a, namespace: default}, spec: {serviceName: a, selector: {matchLabels: {a: b}}}';

test.each([
  ['20,000 brackets', `kind: StatefulSet\nspec: ${'['.repeat(20_000)}\n`],
  ['mappings 450 deep', `kind: StatefulSet\nspec:\n${Array.from({ length: 450 }, (_, i) => `${' '.repeat(i + 1)}a:\n`).join('')}`],
  ['aliases 3,000 deep', `a0: &a0 {x: 1}\n${Array.from({ length: 3000 }, (_, i) => `a${i + 1}: &a${i + 1} {x: *a${i}}\n`).join('')}kind: StatefulSet\nspec: *a3000\n`],
  ['one object 300 times', `kind: List\nitems:\n- &x {${SET}}\n${'- *x\n'.repeat(300)}`],
])('%s are survived', (_, text) => survive(text));

test('damaged manifests are survived', () => {
  fc.assert(fc.property(damaged, survive), { numRuns: 400 });
});

test('values of the wrong kind anywhere in a manifest are survived', () => {
  const lines = manifest().split('\n');
  const junk = fc.constantFrom('null', '3', '-1', 'true', '""', '[]', '{}', '[null]', '[[]]', '{a: null}', '"x"', '1e30', '.5', '!!binary ""', '{kind: List, items: [1]}');
  fc.assert(fc.property(fc.nat(lines.length - 1), junk, (at, value) => {
    survive(lines.map((line, i) => i === at ? line.replace(/: .*$|:$/, `: ${value}`) : line).join('\n'));
  }), { numRuns: 300 });
});

test('random text is survived', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('')), survive), { numRuns: 300 });
});

test('random bytes are text or are refused', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    const text = decode(bytes);
    if (typeof text === 'string') survive(text);
  }), { numRuns: 300 });
});

test('any file of settings is read or refused', () => {
  fc.assert(fc.property(damage, (damages) => {
    try {
      new Check(readConfig('c.yaml', apply(SETTINGS, damages))).run();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
    }
  }), { numRuns: 300 });
});
