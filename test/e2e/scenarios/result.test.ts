import { exitCode, report, Result, Run, summary, withEarlier } from '../../../e2e/scenarios/result';

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

describe('a run that is added to an earlier one', () => {
  const run = (date: string, ...scenarios: string[]): Run => ({
    date,
    versions: { kubernetes: 'v1.28.15' },
    nodes: 3,
    machine: { node: 'v20.16.0', cpus: 2 },
    seconds: 10,
    left: [],
    results: scenarios.map((scenario) => ({ ...PASSED, scenario, date })),
  });

  test('takes the place of what has run again, and leaves the rest', () => {
    const { results, date, seconds } = withEarlier(run('later', 'two', 'three'), run('earlier', 'one', 'two'));
    expect(results.map(({ scenario, date: ran }) => `${scenario} ${ran}`)).toEqual(['one earlier', 'two later', 'three later']);
    expect({ date, seconds }).toEqual({ date: 'later', seconds: 20 });
  });

  test('fails for a scenario that has failed: what was shown before stays', () => {
    const failed = { ...run('later', 'one'), results: [FAILED] };
    expect(() => withEarlier(failed, run('earlier', 'drained-node'))).toThrow('the file stays as it was: drained-node has failed');
  });

  test('fails for another machine', () => {
    expect(() => withEarlier(run('later', 'one'), { ...run('earlier', 'two'), machine: { node: 'v20.16.0', cpus: 8 } })).toThrow(/"cpus":8/);
  });

  test('fails for another cluster', () => {
    expect(() => withEarlier(run('later', 'one'), { ...run('earlier', 'two'), versions: { kubernetes: 'v1.36.3' } })).toThrow(/^the file holds results of another cluster, .*1\.36\.3.* without --keep$/);
  });
});
