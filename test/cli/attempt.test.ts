import { attempt } from '../../src/cli/attempt';

test('what succeeds has a value, and what fails has a reason', () => {
  expect(attempt(() => 3)).toEqual({ value: 3 });
  expect(attempt(() => { throw new Error('no such file'); })).toEqual({ problem: 'no such file' });
});
