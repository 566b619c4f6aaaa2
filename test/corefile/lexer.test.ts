import * as fc from 'fast-check';
import { soup } from './arbitraries';
import cases from './cases.json';
import { tokenise } from '../../src/corefile/lexer';

const texts = (source: string) => tokenise(source).tokens.map(({ text }) => text);

test.each(cases)('CoreDNS and the lexer read the same tokens on the same lines: $name', ({ text, tokens }) => {
  expect(tokenise(text).tokens.map((token) => [token.line, token.text])).toEqual(tokens);
});

test('a comment glued to a word ends at the next white space', () => expect(texts('cache 30#x 40 # y 50\nloop')).toEqual(['cache', '30', '40', 'loop']));
test('a carriage return outside quotes is dropped and separates nothing', () => expect(texts('ca\rche\r\n"a\rb"')).toEqual(['cache', 'a\rb']));
test('only a quote can be escaped', () => expect(texts('"a\\"b" "c\\n\\\\"')).toEqual(['a"b', 'c\\n\\\\']));
test('a byte order mark is dropped at the start only', () => expect(texts('\ufeffa \ufeff')).toEqual(['a', '\ufeff']));
test('white space is what Unicode calls so', () => expect(texts('a\u0085b\u00a0c\u2028d\u3000e\u200bf')).toEqual(['a', 'b', 'c', 'd', 'e\u200bf']));

test('an unterminated quote takes the rest, and is told even if nothing follows it', () => {
  expect(tokenise('a "b\nc d').tokens.map(({ text }) => text)).toEqual(['a', 'b\nc d']);
  expect([tokenise('a "b').openQuote?.start, tokenise('a "').openQuote?.start, tokenise('a ""').openQuote]).toEqual([2, 2, undefined]);
});

test('every token tells its own place', () => {
  fc.assert(fc.property(soup, (source) => tokenise(source).tokens.every(({ text, start, end, line, column, quoted }) => {
    const before = source.slice(0, start);
    const written = source.slice(start, end);
    return before.split('\n').length === line && start - before.lastIndexOf('\n') === column && (quoted ? written.startsWith('"') : written.replace(/\r/g, '') === text);
  })));
});
