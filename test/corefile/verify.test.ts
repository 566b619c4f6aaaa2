import { parse } from '../../src/corefile/parse';
import { verify } from '../../src/corefile/verify';

const before = parse('. {\n cache 30 {\n  keepttl\n  disable denial a.test\n }\n loop\n}');
const [cache] = before.blocks[0].directives;
const check = (text: string) => () => verify(before, parse(text), new Map([[cache, { zones: ['b.test'], disable: ['denial' as const], denial: { capacity: 1, ttl: 5 } }]]));
const options = (...lines: string[]) => `. {\n cache 30 {\n${lines.join('\n')}\n }\n loop\n}`;

test('an edit that does what was requested passes', () => {
  expect(check(options('keepttl', 'disable denial a.test b.test', 'denial 1 5'))).not.toThrow();
});

test('fails for a line of disable that is left where none shall be', () => {
  const cleared = (text: string) => () => verify(before, parse(text), new Map([[cache, { zones: ['b.test'], disable: [], withoutDisable: true }]]));
  expect(cleared(options('keepttl'))).not.toThrow();
  expect(cleared(options('keepttl', 'disable denial a.test'))).toThrow('a line of disable is left');
});

test.each([
  ['. {', 'is broken'],
  [options('keepttl', 'disable denial a.test b.test', 'denial 1 5').replace('loop', 'loop x'), 'something else'],
  [options('keepttl', 'disable denial a.test b.test', 'denial 1 5').replace('30', '60'), 'something else'],
  [options('disable denial a.test b.test', 'denial 1 5'), 'another option'],
  [options('keepttl', 'disable denial b.test', 'denial 1 5'), 'is lost'],
  [options('keepttl', 'disable denial a.test b.test c.test', 'denial 1 5'), 'came in'],
  [options('keepttl', 'disable denial a.test b.test', 'denial 1 6'), 'too long'],
])('fails for an edit to %j: %s', (text, message) => expect(check(text)).toThrow(message));
