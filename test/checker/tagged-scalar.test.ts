import { taggedScalar } from '../../src/checker/tagged-scalar';

test.each<[string, string, unknown]>([
  ['!!int', '3', 3], ['!!bool', 'yes', true], ['!!float', '1.5', 1.5], ['!!null', '~', null], ['!!str', '3', '3'], ['!own', '3', '3'], ['!!binary', 'YWI=', 'ab'],
])('%s makes of %j what it says', (tag, text, value) => expect(taggedScalar(tag, text, 0)).toBe(value));

test.each([['!!int', 'a'], ['!!bool', '3'], ['!!null', 'x'], ['!!binary', '%']])('fails %s on %j', (tag, text) => {
  expect(() => taggedScalar(tag, text, 7)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ id: 'yaml-syntax', offset: 7 }) }));
});
