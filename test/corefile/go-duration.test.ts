import { goDuration } from '../../src/corefile/go-duration';

test.each([['30s', 30], ['1m30s', 90], ['1.5h', 5400], ['.5s', 0.5], ['0', 0], ['-1s', -1], ['+2m', 120], ['250ms', 0.25]])('%s is %d seconds', (text, seconds) => {
  expect(goDuration(text)).toBe(seconds);
});

test.each(['', '-', '30', '30 s', '1d', 's', '1m 30s', '1,5s', '1m30'])('"%s" is none', (text) => expect(goDuration(text)).toBeUndefined());
