import { SCENARIOS } from '../../../e2e/scenarios/cases';
import { choose } from '../../../e2e/scenarios/choice';
import { Scenario } from '../../../e2e/scenarios/scenario';

const of = (name: string, more: Partial<Scenario> = {}): Scenario => ({ name, law: name, run: async () => undefined, ...more });
const ALL = [of('start'), of('drain', { disturbs: true }), of('kafka', { slow: true })];
const names = ({ scenarios }: ReturnType<typeof choose>) => scenarios.map(({ name }) => name);

test('without a wish all run that are not slow, and the others are named with the reason', () => {
  const chosen = choose(ALL, {}, true);
  expect(names(chosen)).toEqual(['start', 'drain']);
  expect(chosen.left).toEqual([{ scenario: 'kafka', why: 'it is slow; --all runs it' }]);
});

test('a slow one runs when it is named, and with --all', () => {
  expect(names(choose(ALL, { only: 'kaf' }, true))).toEqual(['kafka']);
  expect(names(choose(ALL, { all: true }, true))).toEqual(['start', 'drain', 'kafka']);
});

test('on a foreign cluster nobody is disturbed unless it is asked for', () => {
  expect(names(choose(ALL, {}, false))).toEqual(['start']);
  expect(names(choose(ALL, { only: 'drain' }, false))).toEqual([]);
  expect(names(choose(ALL, { all: true }, false))).toEqual(['start', 'drain', 'kafka']);
});

test('those run that have one of several words in their names', () => {
  expect(names(choose(ALL, { only: 'dra,sta' }, true))).toEqual(['start', 'drain']);
});

test('fails on each word that no name has, also beside one that some have', () => {
  expect(() => choose(ALL, { only: 'drain,mysql,ceph' }, true)).toThrow('no scenario has "mysql" or "ceph" in its name');
});

test('what stops a node runs on our own cluster alone, and says so elsewhere', () => {
  const lost = [of('start'), of('lost', { disturbs: true, ours: true })];
  expect(names(choose(lost, {}, true))).toEqual(['start', 'lost']);
  expect(choose(lost, { all: true }, false).left).toEqual([{ scenario: 'lost', why: 'it stops a node, which is done on our own cluster alone' }]);
});

test('fails on a word that no name has, and says the names', () => {
  expect(() => choose(ALL, { only: 'mysql' }, true)).toThrow('no scenario has "mysql" in its name; there are start, drain, kafka');
});

test('fails where there is no scenario at all', () => {
  expect(() => choose([], {}, true)).toThrow('there are none');
});

test('every scenario has a name of its own that a namespace can have, and a law', () => {
  expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
  for (const { name, law } of SCENARIOS) {
    expect(name).toMatch(/^[a-z][a-z0-9-]{2,40}$/);
    expect(law).toMatch(/^[^.]{20,}$/);
  }
});
