import { SCENARIOS } from '../../e2e/scenarios/cases';
import { asInCode, sourcesOf } from '../../scripts/as-in-code';

const NOW = [{ name: 'dns', law: 'names lead to pods' }];
const SOURCES = new Map([['dns', "context.measure('found', seconds, 25);"]]);

function run(law: string, ...measured: { what: string; seconds: number; most?: number }[]): any {
  return { results: [{ scenario: 'dns', law, measured }] };
}

test('a run that shows what the scenarios say is as it is', () => {
  const same = run('names lead to pods', { what: 'found', seconds: 19.6, most: 25 }, { what: 'not found', seconds: 31 });
  expect(asInCode(same, 'run.json', NOW, SOURCES)).toBe(same);
});

test('fails with every law and every bound that is another one by now', () => {
  const old = run('names lead', { what: 'found', seconds: 19.6, most: 20 }, { what: 'again', seconds: 2, most: 2.5 }, { what: 'late', seconds: 26, most: 25 });
  expect(() => asInCode(old, 'run.json', NOW, SOURCES)).toThrow([
    'run.json is not what the scenarios show: write it anew by npm run test:e2e -- --all',
    '- dns shows by now: names lead to pods',
    '- dns has no bound of 20 s any more: found',
    '- dns has no bound of 2.5 s any more: again',
    '- dns is beyond its bound: late',
  ].join('\n'));
});

test('every scenario has one source', () => {
  expect([...sourcesOf(SCENARIOS).keys()].sort()).toEqual(SCENARIOS.map(({ name }) => name).sort());
});
