import { attempt } from '../../src/cli/attempt';

test('what succeeds gives its value, and what fails its reason', () => {
  expect(attempt(() => 3)).toEqual({ value: 3 });
  expect(attempt(() => { throw new Error('gone'); })).toEqual({ problem: 'gone' });
});
