import { readFileSync } from 'fs';
import { join } from 'path';
import { INVARIANTS, catalogueList } from '../../scripts/catalogue-list';
import { RULES } from '../../src/rules';

const TEXT = readFileSync(join(__dirname, '../../docs/catalogue.md'), 'utf8');

test('docs/catalogue.md says what the catalogue says: run ts-node -P scripts/tsconfig.json scripts/catalogue-list.ts', () => {
  expect(TEXT).toBe(catalogueList());
});

test('every one of the 130 invariants has a row of its own', () => {
  const rows = [...TEXT.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, id]) => id);
  expect(new Set(rows).size).toBe(130);
  expect(rows).toEqual(INVARIANTS.map(({ id }) => id));
});

test('every rule that holds one exists', () => {
  const known = new Set(RULES.map(({ id }) => id));
  expect(INVARIANTS.flatMap(({ rules }) => rules).filter((id) => !known.has(id))).toEqual([]);
});

test('an invariant that no rule holds says what is missing, in a sentence', () => {
  const none = INVARIANTS.filter(({ rules }) => rules.length === 0);
  expect(none.map(({ id }) => id)).toEqual(['ordered-ready-stuck-rollout', 'ordered-ready-not-serial']);
  expect(INVARIANTS.filter(({ unknown = 'A.' }) => !/^[A-Z].*\.$/.test(unknown))).toEqual([]);
  expect(none.every(({ unknown }) => unknown !== undefined)).toBe(true);
});

test('an invariant that has the name of a rule is held by it', () => {
  const named = INVARIANTS.filter(({ id }) => RULES.some((rule) => rule.id === id));
  expect(named.length).toBeGreaterThan(120);
  expect(named.filter(({ id, rules }) => !rules.includes(id))).toEqual([]);
});
