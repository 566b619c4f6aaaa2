import { exitCode, report, Result, summary } from '../../../e2e/scenarios/result';

const PASSED: Result = { scenario: 'start', law: 'pods start in order', passed: true, seconds: 8.3, tries: 1, measured: [] };
const FAILED: Result = { scenario: 'drained-node', law: 'pods move', passed: false, seconds: 61, tries: 2, measured: [], why: 'waited 60 s\nfor pods' };

test('each result is a line, and what is wrong stands below it', () => {
  expect(report([PASSED, FAILED])).toBe([
    'passed  start            8 s  pods start in order',
    'FAILED  drained-node    61 s  pods move (second try)',
    '        waited 60 s',
    '        for pods',
  ].join('\n'));
  expect(summary([PASSED, FAILED])).toBe('1 passed, 1 failed');
});

test('fails when one has failed, and when nothing ran', () => {
  expect(exitCode([PASSED])).toBe(0);
  expect(exitCode([PASSED, FAILED])).toBe(1);
  expect(exitCode([])).toBe(1);
});
