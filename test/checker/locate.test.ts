import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { Locator } from '../../src/checker/locate';
import { readDocument } from '../../src/checker/read-document';

const TEXT = `# comment
apiVersion: v1
metadata:
  name: "web"
  labels: {app: web, tier: 'front'}
spec:
  replicas: 3
  args:
    - one
    - |
      two
      lines
  ports:
  - name: http
    port: 80
  - {name: other, port: 81}
  empty:
`;

test.each([
  [['apiVersion'], 'v1'],
  [['metadata'], 'metadata:'],
  [['metadata', 'name'], '"web"'],
  [['metadata', 'labels'], 'labels:'],
  [['metadata', 'labels', 'tier'], "'front'"],
  [['spec', 'replicas'], '3\n'],
  [['spec', 'args', 0], 'one'],
  [['spec', 'args', 1], '|\n'],
  [['spec', 'ports', 0], 'name: http'],
  [['spec', 'ports', 0, 'port'], '80'],
  [['spec', 'ports', 1, 'port'], '81'],
  [['spec', 'empty'], 'empty:'],
])('%j stands at %j', (path, expected) => {
  expect(TEXT.slice(new Locator(TEXT).offset(path)).startsWith(expected)).toBe(true);
});

test.each([
  [['spec', 'serviceName'], 'spec:'],
  [['spec', 'ports', 7, 'port'], 'ports:'],
  [['spec', 'replicas', 'deeper'], '3\n'],
  [['status'], 'apiVersion'],
])('%j is not written, and the nearest field around it is %j', (path, expected) => {
  expect(TEXT.slice(new Locator(TEXT).offset(path)).startsWith(expected)).toBe(true);
});

test.each(['|', '>-', '|2', '|+ # a | b', '>1-'])('a block in a list that begins with %j stands there', (header) => {
  for (const [before, end] of [['- ', '\n'], ['- &a !!str ', '\n'], ['- ', '\r\n']]) {
    const text = `a:\n- one\n${before}${header}${end}   two\n- three\n`;
    expect(new Locator(text).offset(['a', 1])).toBe(text.indexOf(header));
  }
});

test('an item that is empty stands where its list begins', () => {
  expect(new Locator('x: 1\na:\n  -\n  - b\n').offset(['a', 0])).toBe(10);
});

const LINES = `args:
- |
  --join db-1.db.prod,
  xdb-1.db, db-1.db-x, db-1.db
- "db-1.db"
- "x
  db-1.db"
env:
  value: >-

    x
    db-1.db
`;

test.each([
  [['args', 0], 'db-1.db\n- "db'],
  [['args', 1], '"db-1.db"\n- "x'],
  [['args', 2], 'db-1.db"\nenv'],
  [['env', 'value'], 'db-1.db\n'],
])('a word of %j stands on its line, and in a text of one line the text stands for it', (path, expected) => {
  const found = LINES.slice(new Locator(LINES).offset(path, 'db-1.db'));
  expect(found.slice(0, expected.length)).toBe(expected);
});

test('a word that is not written as it is read, or whose field is not written, leaves the field', () => {
  const locator = new Locator(LINES);
  expect([locator.offset(['args', 0], 'db-2.db'), locator.offset(['args', 0, 'x'], 'db-1.db'), locator.offset(['env', 'gone'], 'db-1.db')])
    .toEqual([LINES.indexOf('|'), LINES.indexOf('|'), LINES.indexOf('env')]);
});

test('of two equal keys the later one is meant', () => {
  const text = 'a: 1\nb: 2\na: 3\n';
  expect(new Locator(text).offset(['a'])).toBe(13);
});

test('a field behind an alias or a merge stands where it is written', () => {
  const text = 'x: &x {a: 1, b: 22}\ny: *x\nz:\n  <<: [*x]\n  c: 3\n';
  const locator = new Locator(text);
  expect([locator.offset(['y', 'b']), locator.offset(['z', 'b']), locator.offset(['z', 'c'])]).toEqual([16, 16, text.indexOf('3')]);
});

test('keys that are not text in YAML are found by their JSON names', () => {
  const text = '0x10: a\non: b\n';
  expect([new Locator(text).offset(['16']), new Locator(text).offset(['true'])]).toEqual([6, 12]);
});

test('every scalar of any document stands where it says', () => {
  const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.stringMatching(/^[a-z]{1,8}$/));
  const tree = fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(fc.stringMatching(/^[a-z]{2,5}$/), tie('node'), { maxKeys: 3 })),
  })).node;
  const paths = (value: any, path: Array<string | number> = []): Array<[Array<string | number>, unknown]> => value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, below]) => paths(below, [...path, Array.isArray(value) ? Number(key) : key])) : [[path, value]];
  fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{2,5}$/), tree), fc.boolean(), (object, flow) => {
    const text = stringify(object, { collectionStyle: flow ? 'flow' : 'any', version: '1.1' });
    const { value } = readDocument(text);
    const locator = new Locator(text);
    for (const [path, leafValue] of paths(value)) {
      const written = text.slice(locator.offset(path)).replace(/^["']/, '');
      expect(written.startsWith(String(leafValue))).toBe(true);
    }
  }));
});

test('a word on more than one line of a text leaves the field: one may be meant and another not', () => {
  const text = 'data:\n  a: |\n    no_proxy=db-9.db\n    members=db-9.db\n  b: |\n    x=db-9.db,db-9.db\n';
  const locator = new Locator(text);
  expect([locator.offset(['data', 'a'], 'db-9.db'), locator.offset(['data', 'b'], 'db-9.db')]).toEqual([text.indexOf('a: |'), text.indexOf('db-9.db,')]);
});
