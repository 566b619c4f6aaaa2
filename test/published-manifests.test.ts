import { existsSync, readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import errors from './fixtures/published-errors.json';
import { Check } from '../src/checker/check';

const ROOT = join(__dirname, '..');
const FOLDER = process.env.CDK8S_STATEFUL_CORPUS ?? join(ROOT, '../shared/corpus/real');
const there = existsSync(FOLDER);
const published = there ? test : test.skip;
if (!there) process.stderr.write(`skipped: no published manifests in ${FOLDER}; CDK8S_STATEFUL_CORPUS names their folder\n`);

/** What is found in a file of the folder alone. */
function check(file: string) {
  const one = new Check();
  one.add({ file, text: readFileSync(join(FOLDER, file), 'utf8') });
  return one.run();
}

const files = there ? readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')) : [];

published('every published manifest is read to its end, and its errors are those that the document explains', () => {
  const found: Record<string, Record<string, number>> = {};
  let sets = 0;
  for (const file of files) {
    const { findings, summary, unusable } = check(file);
    expect([file, unusable]).toEqual([file, false]);
    sets += summary.statefulSets;
    for (const { ruleId } of findings.filter(({ severity }) => severity === 'error')) {
      found[file] ??= {};
      found[file][ruleId] = (found[file][ruleId] ?? 0) + 1;
    }
  }
  expect([files.length, sets]).toEqual([98, 158]);
  expect(found).toEqual(errors);
});

test('the document counts the errors that were found, and explains every rule among them', () => {
  const text = readFileSync(join(ROOT, 'docs/published-manifests.md'), 'utf8');
  const counts = Object.values(errors).flatMap((rules) => Object.values(rules));
  expect(text).toContain(`${counts.reduce((sum, count) => sum + count, 0)} errors in ${Object.keys(errors).length}\nfiles; the other ${98 - Object.keys(errors).length} have none`);
  const told = new Set([...text.matchAll(/`([a-z0-9-]+)`/g)].map(([, word]) => word));
  expect(Object.values(errors).flatMap((rules) => Object.keys(rules)).filter((id) => !told.has(id))).toEqual([]);
});
