import { App, Chart } from 'cdk8s';
import { given } from '../../src/private/given';

const circular: any = { kind: 'X' };
circular.self = circular;

test.each<[unknown, string]>([
  [undefined, 'undefined'], [null, 'null'], [3, '3'], [3n, '3'], [Symbol('x'), 'Symbol(x)'], ['x', '"x"'], [{ a: [1] }, '{"a":[1]}'], [[1], '[1]'], [Object.create(null), '{}'],
  [Promise.resolve(), 'a Promise'], [Buffer.from('x'), 'a Buffer'], [() => 1, 'the function'], [circular, 'an object that cannot be written as JSON'], [{ a: 10n }, 'an object that cannot be written as JSON'],
  [new Chart(new App(), 'test'), 'the Chart "test"'], ['x'.repeat(99), `"${'x'.repeat(76)}…`],
])('an argument is shown as what it is, whatever it is: case %#', (value, text) => {
  expect(given(value)).toBe(text);
});
