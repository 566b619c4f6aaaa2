import { runInNewContext } from 'vm';
import { entryPoint } from '../../scripts/entry-point';

test('the entry point hands on each name, and each stands in its text for those who read it there', () => {
  const text = entryPoint(['First', 'Second']);
  const exports: Record<string, unknown> = {};
  runInNewContext(text, { exports, require: (path: string) => ({ './private/library': { First: 1, Second: 2, Third: 3 } })[path] });
  expect(exports).toEqual({ First: 1, Second: 2 });
  expect(text).toContain('\nexports.First = library.First;\n');
});
