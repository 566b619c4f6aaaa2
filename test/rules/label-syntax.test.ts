import { badAnnotations, badLabels, isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../src/rules/label-syntax';

test.each([['a', true], ['a-1', true], ['0', true], ['a'.repeat(63), true], ['a'.repeat(64), false], ['A', false], ['-a', false], ['a.b', false], ['', false]])('%s is a DNS label: %s', (text, is) => {
  expect(isDnsLabel(text)).toBe(is);
});

test.each([['a.b-c.0', true], ['a'.repeat(253), true], ['a'.repeat(254), false], ['a..b', false], ['.a', false], ['a_b', false]])('%s is a DNS subdomain: %s', (text, is) => {
  expect(isDnsSubdomain(text)).toBe(is);
});

test.each([['app', true], ['a.b/App_1', true], ['a/b/c', false], ['A.b/c', false], ['/a', false], ['a/', false], ['a b', false], ['a'.repeat(64), false]])('%s is a key: %s', (text, is) => {
  expect(isQualifiedName(text)).toBe(is);
});

test.each([['', true], ['v1.2_3-x', true], ['-a', false], ['a b', false], ['a'.repeat(64), false]])('%j is the value of a label: %s', (text, is) => {
  expect(isLabelValue(text)).toBe(is);
});

test('labels that the API server refuses are told one by one', () => {
  expect(badLabels({ 'good': 'x', 'bad key': 'x', 'value': 'x y', 'number': 5, 'none': null })).toEqual([
    { key: 'bad key', problem: 'label key "bad key" is not a qualified name' },
    { key: 'value', problem: 'label value has the value "x y", which is not a label value' },
    { key: 'number', problem: 'label number has the value 5, which is not text' },
  ]);
});

test('an annotation has any text, and a key that may have upper case', () => {
  expect(badAnnotations({ 'A.b/C': 'x y\n{}', 'bad key': '', 'number': 5 }).map(({ at }) => at)).toEqual([['bad key'], ['number']]);
  // All of them together.
  expect(badAnnotations({ a: 'x'.repeat(262144) }).map(({ at }) => at)).toEqual([[]]);
});
