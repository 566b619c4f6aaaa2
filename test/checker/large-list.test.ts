import { manifest } from './manifests';
import { Check } from '../../src/checker/check';
import { cutList } from '../../src/checker/large-list';
import { load } from '../../src/checker/load';

const SETS = 2000;

/** A list of more than a megabyte, as kubectl prints them: keys sorted, dashes at the edge or indented. */
function list(indent: string, broken: string, tail = 'kind: List\nmetadata: {resourceVersion: ""}\n'): string {
  const items = Array.from({ length: SETS }, (_, i) => manifest(i === SETS - 1 ? { 'clusterIP: None': broken } : {}).replace(/\bdb\b/g, `db-${i}`).split('---\n')).flat();
  const written = items.map((item) => item.trimEnd().split('\n').map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}`).join('\n'));
  return `apiVersion: v1\nitems:\n${written.join('\n')}\n${tail}`;
}

const check = (text: string) => {
  const run = new Check();
  run.add({ file: 'x.yaml', text });
  return run.run();
};

test.each([['', 'dashes at the edge'], ['  ', 'indented dashes']])('a large list is cut at its items and judged with its lines: %#', (indent) => {
  const text = list(indent, 'clusterIP: 10.0.0.7');
  expect(cutList({ text, start: 0 })!.items).toHaveLength(2 * SETS);
  const { findings, summary } = check(text);
  expect(summary.objects).toBe(2 * SETS);
  const lines = text.split('\n');
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ ruleId, line, column }) => ({ ruleId, line, column }))).toEqual([
    { ruleId: 'governing-service-headless', line: lines.findIndex((line) => line.includes('10.0.0.7')) + 1, column: indent.length + 16 },
  ]);
});

test('what a list that is cut holds is what it holds when read at once', () => {
  const text = list('  ', 'clusterIP: None');
  const cut = load({ file: 'x.yaml', text }).objects.map(({ object }) => object);
  // The same in flow style is never cut.
  const whole = load({ file: 'x.yaml', text: JSON.stringify({ kind: 'List', items: cut }) }).objects.map(({ object }) => object);
  expect(cut).toEqual(whole);
});

test('an item that shares an anchor with another one is read, with everything around it', () => {
  const text = list('', 'clusterIP: None').replace('labels: {app: db-0}', 'labels: &labels {app: db-0}').replace('labels: {app: db-1}', 'labels: *labels');
  const { summary, unusable } = check(text);
  expect([summary.objects, unusable]).toEqual([2 * SETS, false]);
});

test('a text that only looks like a list is one object', () => {
  expect(load({ file: 'x.yaml', text: list('', 'clusterIP: None', 'kind: Playlist\n') }).objects.map(({ object }) => object.kind)).toEqual(['Playlist']);
});

test('a small list is not cut', () => {
  expect(cutList({ text: 'items:\n- a: 1\n', start: 0 })).toBeUndefined();
});
