import { Scalars, yamlText } from '../../src/output/yaml-text';

const SCALARS: Scalars = { value: (scalar) => typeof scalar === 'string' && scalar.includes('\n') ? undefined : `<${scalar}>`, key: (key) => key === '' ? undefined : key };

const text = (object: unknown) => yamlText(object, SCALARS);

test('maps, lists and lists in lists stand in block style, two columns deeper each', () => {
  expect(text({ a: 1, b: { c: 'x', d: [true, { e: null, f: [[2, 3], [{ g: 4, h: 5 }]] }] }, i: 6 })).toBe([
    'a: <1>',
    'b:',
    '  c: <x>',
    '  d:',
    '    - <true>',
    '    - e: <null>',
    '      f:',
    '        - - <2>',
    '          - <3>',
    '        - - g: <4>',
    '            h: <5>',
    'i: <6>',
    '',
  ].join('\n'));
});

test('what is empty stands behind its key', () => {
  expect(text({ a: {}, b: [], c: [{}, [], [[]]] })).toBe('a: {}\nb: []\nc:\n  - {}\n  - []\n  - - []\n');
});

test.each<[string, unknown]>([
  ['a value without a word', { a: [{ b: 'x\ny' }] }],
  ['a key without a word', { a: [{ '': 1 }] }],
  ['an instance of a class', { a: [new Date(0)] }],
  ['an instance of a class with fields', { a: Object.assign(new (class Quantity {})(), { value: 1 }) }],
  ['an object that says itself what it is in JSON', { a: { b: 1, toJSON: () => 'c' } }],
  ['no map', ['a']],
  ['a text', 'a'],
  ['an empty map', {}],
  ['nothing', undefined],
])('%s has no such text', (_, object) => {
  expect(text(object)).toBeUndefined();
});

test.each<[string, (twice: object) => unknown]>([
  ['two fields', (twice) => ({ a: twice, b: { c: twice } })],
  ['a list', (twice) => ({ a: [twice, twice] })],
  ['itself', (twice) => Object.assign(twice, { a: [twice] })],
])('an object that stands in %s twice has no such text: it would be an anchor', (_, around) => {
  expect([{ x: 1 }, ['x'], {}, []].map((twice) => text(around(twice)))).toEqual(Array(4).fill(undefined));
});
