import { isPortName, isPortNumber, portNames } from '../../src/rules/ports';

test.each([['http', true], ['a-1', true], ['a'.repeat(15), true], ['a'.repeat(16), false], ['80', false], ['a--b', false], ['-a', false], ['Http', false], ['', false]])('%j names a port: %s', (name, is) => {
  expect(isPortName(name)).toBe(is);
});

test.each([[1, true], [65535, true], [0, false], [65536, false], [1.5, false], ['80', false], [undefined, false]])('%j is the number of a port: %s', (port, is) => {
  expect(isPortNumber(port)).toBe(is);
});

test('a container has the names of its ports, and junk has none', () => {
  expect([portNames({ ports: [{ name: 'a' }, {}, null, { name: 5 }, { name: 'b' }] }), portNames({ ports: 'x' })]).toEqual([['a', 'b'], []]);
});
