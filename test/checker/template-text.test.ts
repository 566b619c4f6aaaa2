import { isTemplated, templateProblem } from '../../src/checker/template-text';

test('a text with an action is told at its first one, and a rendered text is not', () => {
  expect(templateProblem('kind: A\nname: {{ .x }}-{{ .y }}\n')).toMatchObject({ id: 'yaml-template', offset: 14 });
  expect(templateProblem('{% if x %}')).toMatchObject({ offset: 0 });
  expect(templateProblem('args: ["{}", "%{a}", "{ {"]')).toBeUndefined();
});

test('an object is a template where what names it is one, and braces elsewhere are its own affair', () => {
  expect(isTemplated({ kind: 'A', metadata: { name: 'a-{{ .x }}' } })).toBe(true);
  expect(isTemplated({ kind: 'A', metadata: { name: 'a', annotations: { b: '{{ $labels.x }}' } } })).toBe(false);
  expect(isTemplated({})).toBe(false);
});
