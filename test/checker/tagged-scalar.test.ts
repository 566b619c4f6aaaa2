import { taggedScalar } from '../../src/checker/tagged-scalar';

test.each([
  ['!!int', '3', 3], ['!!int', '0x10', 16], ['!!float', '3', 3], ['!!float', '.5', 0.5], ['!!bool', 'yes', true], ['!!null', '', null],
  ['!!str', '5', '5'], ['!foo', '5', '5'], ['!!timestamp', '2001-01-01', '2001-01-01'], ['!!binary', 'aGk=', 'hi'],
])('%s %j is %j', (tag, text, value) => {
  expect(taggedScalar(tag, text, 0)).toBe(value);
});

test.each([['!!int', '1.5'], ['!!int', 'x'], ['!!bool', 'maybe'], ['!!null', 'x'], ['!!float', 'x'], ['!!binary', '?']])('fails on %s %j', (tag, text) => {
  expect(() => taggedScalar(tag, text, 7)).toThrow(/kubectl refuses the whole file$/);
});
