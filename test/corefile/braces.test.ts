import { closedOnOptionLine, gluedBrace, misplaced, openedOnNextLine } from '../../src/corefile/braces';
import { parse } from '../../src/corefile/parse';

const directive = (...lines: string[]) => parse(`. {\n ${lines.join('\n ')}\n}`).blocks[0].directives[0];

test('a "}" behind an option is found, and one alone on its line or behind its "{" is none', () => {
  const lines = [['cache 30 { denial 9984 5 }'], ['cache 30 {', 'denial 9984 5 }'], ['cache 30 {', 'denial 9984 5', '}'], ['cache 30 { }'], ['cache 30']];
  expect(lines.map((each) => closedOnOptionLine(directive(...each))?.line)).toEqual([2, 3, undefined, undefined, undefined]);
});

test('a "{" on the line after its plugin is found', () => {
  expect([openedOnNextLine(directive('cache 30', '{', 'keepttl', '}'))?.line, openedOnNextLine(directive('cache 30 {', 'keepttl', '}'))]).toEqual([3, undefined]);
});

test('a glued "{" is found at the end of a bare word', () => {
  const token = (text: string) => directive(`cache ${text}`).args[0];
  expect([gluedBrace(token('30{')), gluedBrace(token('"30{"')), gluedBrace(token('30')), gluedBrace(undefined)]).toEqual([true, false, false, false]);
});

test('what stands inside or behind an option block where no option may stand is found', () => {
  expect([
    misplaced(directive('cache 30 {', 'denial 9984 {', 'x', '}', '}'))?.text,
    misplaced(directive('cache 30', '{', 'keepttl', '}'))?.text,
    misplaced(directive('cache 30 { keepttl }'))?.text,
    misplaced(directive('cache 30 {', 'keepttl', '} x'))?.text,
    misplaced(directive('cache 30 {', 'keepttl', '}')),
  ]).toEqual(['{', '{', '}', 'x', undefined]);
});
