import { endOfLine, indentation, indentations, lineEnd, startOfLine } from '../../src/corefile/layout';
import { parse } from '../../src/corefile/parse';

test('the indentation of a line is its leading white space', () => {
  expect([indentation('a\n\t b', 4), indentation('a', 0), indentation('\ufeff  a', 3)]).toEqual(['\t ', '', '']);
});

test('a line begins behind the last line end and ends before the next, of either kind', () => {
  const text = 'ab\r\ncd\nef';
  expect([startOfLine(text, 5), endOfLine(text, 0), endOfLine(text, 4), endOfLine(text, 7)]).toEqual([4, 2, 6, 9]);
  expect([lineEnd(text, 0), lineEnd(text, 4), lineEnd(text, 8), lineEnd('a', 0)]).toEqual(['\r\n', '\n', '\n', '\n']);
});

const around = (source: string) => {
  const file = parse(source);
  return indentations(file, file.blocks[0].directives.find(({ name }) => name.text === 'cache')!);
};

test('options are indented as those of the same plugin, else of the nearest one, else as plugins are', () => {
  expect(around('. {\n  cache {\n     success 1\n  }\n}\n')).toEqual({ close: '  ', option: '     ' });
  expect(around('. {\n\tcache 30\n\thealth {\n\t\tlameduck 5s\n\t}\n}\n')).toEqual({ close: '\t', option: '\t\t' });
  expect(around('. {\n  cache 30\n}\n')).toEqual({ close: '  ', option: '    ' });
  expect(around('. {\ncache 30\n}\n')).toEqual({ close: '', option: '    ' });
});
