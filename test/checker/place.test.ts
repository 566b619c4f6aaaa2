import { load } from '../../src/checker/load';
import { Places } from '../../src/checker/place';

const source = { file: 'x.yaml', text: 'kind: A\nspec: {a: 1}\n---\nkind: List\nitems:\n- kind: B\n  spec:\n    a: 2\n' };
const { objects } = load(source);

test('a field is found in its own document, also in an item of a list', () => {
  const places = new Places();
  expect(objects.map((object) => places.ofField(object, ['spec', 'a']))).toEqual([{ line: 2, column: 11 }, { line: 8, column: 8 }]);
  expect(places.line(source, 8)).toBe('    a: 2');
});

test('a field that is not written is found at the nearest one around it', () => {
  expect(new Places().ofField(objects[1], ['spec', 'gone', 'far'])).toEqual(new Places().ofField(objects[1], ['spec']));
});
