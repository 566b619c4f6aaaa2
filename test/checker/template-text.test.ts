import { isTemplated, templateProblem } from '../../src/checker/template-text';

test('a text with an action is a template, and the place of the first is told', () => {
  expect([templateProblem('a: {{ .x }}')?.offset, templateProblem('{% if x %}')?.offset, templateProblem('a: {b: {c: d}}')]).toEqual([3, 0, undefined]);
});

test('an object is a template where what names it is; elsewhere braces are text', () => {
  expect(isTemplated({ kind: 'A', metadata: { name: '{{ .x }}' } })).toBe(true);
  expect(isTemplated({ kind: 'A', metadata: { name: 'a', namespace: 'x-{{ y }}' } })).toBe(true);
  expect(isTemplated({ kind: 'A', metadata: { name: 'a', annotations: { x: '{{ y }}' } }, data: { z: '{{ $labels.x }}' } })).toBe(false);
  expect(isTemplated({ kind: 'A', metadata: null })).toBe(false);
});
