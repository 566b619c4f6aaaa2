import { parse } from '../../src/corefile/parse';
import { print } from '../../src/corefile/print';

const file = parse('. {\n whoami\n}\n');

test('without splices a tree prints its source', () => expect(print(file)).toBe('. {\n whoami\n}\n'));

test('splices apply in the order of their places, those of one place in the order given', () => {
  expect(print(file, [{ start: 11, end: 11, text: '!' }, { start: 5, end: 8, text: 'x' }, { start: 11, end: 11, text: '?' }])).toBe('. {\n xami!?\n}\n');
});
