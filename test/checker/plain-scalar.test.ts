import { plainScalar } from '../../src/checker/plain-scalar';

test.each([
  ['yes', true], ['Off', false], ['y', true], ['yEs', 'yEs'], ['', null], ['~', null], ['null', null],
  ['0755', 493], ['08', 8], ['0o17', 15], ['0x1F', 31], ['0b101', 5], ['-0b11', -3], ['1_000', 1000], ['+5', 5], ['-0', 0],
  ['.5', 0.5], ['.30_6', 0.306], ['5.', 5], ['1e3', 1000], ['1e999', '1e999'], ['.', '.'], ['.e', '.e'],
  ['1:30', '1:30'], ['2001-01-01', '2001-01-01'], ['1.28.15', '1.28.15'], ['10Gi', '10Gi'], ['50%', '50%'], ['<<', '<<'], ['-', '-'],
  ['9223372036854775807', 2 ** 63], ['+9223372036854775808', 2 ** 63], ['18446744073709551616', 2 ** 64],
])('%j means %j', (text, value) => {
  expect(plainScalar(text)).toBe(value);
});

test('infinity and not-a-number are numbers here, and refused where JSON is made', () => {
  expect([plainScalar('.inf'), plainScalar('-.INF'), plainScalar('.NaN')]).toEqual([Infinity, -Infinity, NaN]);
});
