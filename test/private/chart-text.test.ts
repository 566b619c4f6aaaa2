import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, JsonPatch, Yaml, YamlOutputType } from 'cdk8s';
import * as fc from 'fast-check';
import { writeInOneWalk } from '../../src/private/chart-text';
import { db } from '../support';

const stock = Yaml.stringify;
let undo = () => {};
afterEach(() => {
  undo();
  undo = () => {};
  Yaml.stringify = stock;
});

/** The text of cdk8s, and ours with the documents that were left to cdk8s. */
function written(...docs: unknown[]) {
  const theirs = stock.call(Yaml, ...docs);
  const left: unknown[] = [];
  Yaml.stringify = (...given: unknown[]) => {
    left.push(...given.filter((doc) => docs.includes(doc)));
    return stock.call(Yaml, ...given);
  };
  undo = writeInOneWalk();
  const ours = Yaml.stringify(...docs);
  undo();
  Yaml.stringify = stock;
  return { ours, theirs, left };
}

const TEXTS = [
  'y', 'Yes', 'on', 'null', '~', '', ' ', 'a ', ' a', '1', '-1', '+1', '0x1f', '0b1', '0o7', '017', '08', '1_000', '1e3', '.5', '1.', '.inf', '-.INF', '.nan', '1:30',
  '190:20:30.5', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '<<', '=', '-', '--', '- a', '---', '--- a', '...', '... a', '%a', '?', '? a', ':', ': a', 'a:', 'a: b', 'a:b',
  '#', '#a', 'a #b', 'a#b', '&a', '*a', '!a', '|', '|-', '>', '@', '`', '\'', '"', '\'"', '"a"', '{}', '{ a }', '[', ']', 'a]', ',', 'a, b', '\t', 'a\t', 'a\tb', 'a\nb', '\n', 'a\n',
  'a\r', '\r\n', '\u0000', '\u0007', '\u007f', '\u0085', '\u00a0', '\u2028', '\ufeff', '\ud800', '😀', 'é', 'a '.repeat(100), 'x'.repeat(1100), '__proto__', 'toJSON', 'constructor', '1.10', '0',
];
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 8 }), fc.stringMatching(/^[-+.:0-9a-fxoeT_]{1,10}$/));
const scalar = fc.oneof(text, text, fc.constantFrom<unknown>(null, undefined, true, false, 0, -0, 1e21, 0.1, NaN, Infinity), fc.integer(), fc.double());
const { map } = fc.letrec<{ node: unknown; map: Record<string, unknown> }>((tie) => ({
  map: fc.dictionary(text, tie('node'), { maxKeys: 5 }),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('map'), fc.array(tie('node'), { maxLength: 5 })),
}));

test('each text and number is written as by cdk8s: as a key, a value, in a list, at the margin and below', () => {
  const values = [...TEXTS, null, undefined, true, false, 0, -0, 1e21, 1e-7, 0.1, 2 ** 53, NaN, Infinity];
  const docs = values.flatMap((value) => [
    { a: value }, { a: { b: value } }, { a: [value, [value, { b: value }]] }, { [`${value}`]: 1 }, { a: [{ [`${value}`]: value, b: 1 }] },
  ]);
  const { ours, theirs } = written(...docs);
  expect(ours.split('---\n')).toEqual(theirs.split('---\n'));
});

test('whatever JSON is given, it is written as by cdk8s', () => {
  fc.assert(fc.property(fc.array(map, { minLength: 1, maxLength: 3 }), (docs) => {
    const { ours, theirs } = written(...docs);
    expect(ours).toBe(theirs);
  }), { numRuns: 200 });
});

test('cdk8s is asked for each scalar once, and for no document of one-line scalars', () => {
  const { workload } = db();
  const docs: unknown[] = Chart.of(workload).toJson();
  const asked: unknown[][] = [];
  Yaml.stringify = (...given) => {
    asked.push(given);
    return stock.call(Yaml, ...given);
  };
  undo = writeInOneWalk();
  expect(Yaml.stringify(...docs, ...structuredClone(docs))).toBe(stock.call(Yaml, ...docs, ...docs));
  expect(asked.some(([first]) => docs.includes(first))).toBe(false);
  const texts = asked.map((given) => JSON.stringify(given));
  expect(new Set(texts).size).toBe(texts.length);
});

test.each<[string, unknown]>([
  ['a text of several lines', { data: { Corefile: '.:53 {\n  errors\n}\n' } }],
  ['a date', { metadata: { creationTimestamp: new Date(0) } }],
  ['an anchor', ((labels: object) => ({ a: labels, b: [labels] }))({ app: 'db' })],
  ['a key for merging', { '<<': { a: 1 } }],
])('a document with %s is left to cdk8s', (_, object) => {
  const { ours, theirs, left } = written({ a: 1 }, object, { b: 2 });
  expect(ours).toBe(theirs);
  expect(left).toEqual([object]);
});

test('no document at all is written as by cdk8s', () => {
  expect(written(undefined, { a: 1 }, undefined).ours).toBe('\n---\na: 1\n---\n\n');
  expect(written().ours).toBe('');
});

test.each<[string, (text: string) => string]>([
  ['indents lists otherwise', (written_) => written_.replace(/^ {2}/gm, '')],
  ['quotes every text', (written_) => written_.replace(/: ([a-z]+)$/gm, ': "$1"')],
  ['separates documents otherwise', (written_) => written_.replace(/^---$/gm, '--- # next')],
  ['folds lines', (written_) => written_.replace(/(a a a a)/g, '$1\n')],
])('a cdk8s that %s is left alone', (_, change) => {
  const other = (...docs: unknown[]) => change(stock.call(Yaml, ...docs));
  Yaml.stringify = other;
  undo = writeInOneWalk();
  const docs = [{ a: [{ b: 'text' }], c: 'a a a a' }, { d: 1 }];
  expect(Yaml.stringify(...docs)).toBe(other(...docs));
});

test('a synth writes the files that cdk8s writes, in every output type, patched objects and those of the user among them', () => {
  const folders: string[] = [];
  const synthesized = (yamlOutputType: YamlOutputType, within: (synth: () => void) => void) => {
    const outdir = mkdtempSync(join(tmpdir(), 'chart-text-'));
    folders.push(outdir);
    const app = new App({ outdir, yamlOutputType });
    const chart = new Chart(app, 'chart', { namespace: 'prod' });
    const labels = { a: '1', b: 'yes' };
    const { workload } = db({}, chart);
    ApiObject.of(workload).addJsonPatch(JsonPatch.add('/spec/template/metadata/annotations', { notes: 'two\nlines', switch: 'on', again: '0755' }));
    const metadata = { name: 'config', labels, annotations: labels };
    new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { text: 'a: b\n', size: '1e3' } });
    within(() => app.synth());
    return Object.fromEntries(readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]));
  };
  try {
    const { FILE_PER_APP, FILE_PER_CHART, FILE_PER_RESOURCE, FOLDER_PER_CHART_FILE_PER_RESOURCE } = YamlOutputType;
    for (const type of [FILE_PER_APP, FILE_PER_CHART, FILE_PER_RESOURCE, FOLDER_PER_CHART_FILE_PER_RESOURCE]) {
      const ours = synthesized(type, (synth) => synth());
      // Our own writer stands aside where the probe is written in another way.
      const theirs = synthesized(type, (synth) => {
        let asked = 0;
        Yaml.stringify = (...docs) => stock.call(Yaml, ...docs) + ('Probe' === (docs[0] as any)?.kind ? ++asked : '');
        synth();
        expect(asked).toBe(1);
        Yaml.stringify = stock;
      });
      expect(Object.values(ours).join()).toContain('kind: StatefulSet');
      expect(ours).toEqual(theirs);
    }
  } finally {
    folders.forEach((folder) => rmSync(folder, { recursive: true }));
  }
});

test('a synth leaves cdk8s as it was, also one that fails', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'chart-text-')) });
  db({}, new Chart(app, 'chart', { namespace: 'prod' }));
  app.synth();
  expect(Yaml.stringify).toBe(stock);
  app.node.addValidation({ validate: () => ['refused'] });
  expect(() => app.synth()).toThrow('refused');
  expect(() => app.synthYaml()).toThrow('refused');
  expect(Yaml.stringify).toBe(stock);
  rmSync(app.outdir, { recursive: true });
});
