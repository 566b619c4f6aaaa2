import { load } from '../../src/checker/load';
import { Places } from '../../src/checker/place';

const source = { file: 'x.yaml', text: 'kind: A\nspec: {x: 1}\n---\nkind: List\nitems:\n- kind: B\n  spec:\n    y: 2\n' };

test('a field of any object is placed in the whole text, in any order', () => {
  const places = new Places();
  const [a, b] = load(source).objects;
  expect([places.ofField(b, ['spec', 'y']), places.ofField(a, ['spec', 'x']), places.ofField(b, ['spec', 'z'])])
    .toEqual([{ line: 8, column: 8 }, { line: 2, column: 11 }, { line: 7, column: 3 }]);
});

test('a line is given without its end', () => {
  expect([new Places().line(source, 3), new Places().line(source, 99)]).toEqual(['---', '']);
});

test('a word of a text of several lines is placed on its own line', () => {
  const text = { file: 'x.yaml', text: 'kind: A\n---\nkind: B\nargs:\n- |\n  a\n  --x db-7.db\n' };
  const [, b] = load(text).objects;
  expect([new Places().ofField(b, ['args', 0], 'db-7.db'), new Places().ofField(b, ['args', 0])]).toEqual([{ line: 7, column: 7 }, { line: 5, column: 3 }]);
});
