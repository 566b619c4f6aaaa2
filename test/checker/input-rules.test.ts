import { readFileSync } from 'fs';
import { join } from 'path';
import { INPUT_RULES, inputRule } from '../../src/checker/input-rules';

test('every rule about a text has a chapter of its own in the guide', () => {
  const guide = readFileSync(join(__dirname, '../../docs/guides/checking.md'), 'utf8');
  expect([...guide.matchAll(/^### ((?:input|yaml)-.+)$/gm)].map(([, id]) => id)).toEqual(INPUT_RULES.map(({ id }) => id));
});

test('what leaves objects unjudged is an error', () => {
  expect(INPUT_RULES.filter(({ unusable, severity }) => unusable && severity !== 'error')).toEqual([]);
});

test('a rule is found by its id, and an id of no rule is none', () => {
  expect([inputRule('yaml-syntax')?.unusable, inputRule('pdb-present')]).toEqual([true, undefined]);
});
