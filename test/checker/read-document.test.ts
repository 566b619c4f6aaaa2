import { readFileSync } from 'fs';
import { join } from 'path';
import { documents } from '../../src/checker/documents';
import { Unreadable } from '../../src/checker/input-problem';
import { readDocument } from '../../src/checker/read-document';

interface Reading {
  readonly name: string;
  readonly text: string;
  readonly documents: unknown[];
  readonly refused: boolean;
}

/** Recorded by `npm run test:yaml -- --write` from k8s.io/apimachinery v0.36.3, which is what kubectl reads with. */
const KUBECTL: Reading[] = JSON.parse(readFileSync(join(__dirname, 'kubectl.json'), 'utf8'));

function read(text: string): Pick<Reading, 'documents' | 'refused'> {
  const found: unknown[] = [];
  try {
    for (const { text: document, problem } of documents(text)) {
      if (problem) return { documents: found, refused: true };
      const { value } = readDocument(document);
      if (value !== undefined && value !== null) found.push(value);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable);
    return { documents: found, refused: true };
  }
  return { documents: found, refused: false };
}

const problem = (text: string) => {
  try {
    return readDocument(text);
  } catch (error) {
    return (error as Unreadable).problem;
  }
};

test.each(KUBECTL)('is read as kubectl reads it: $name', ({ text, documents: expected, refused }) => {
  const ours = read(text);
  expect(ours.refused).toBe(refused);
  // kubectl gives the document before a bad separator up as well. JSON.parse gives __proto__ as an own key, and so must we.
  if (!refused) expect(JSON.parse(JSON.stringify(ours.documents))).toEqual(expected);
});

test('a key that stands twice is told with the place of the later one', () => {
  expect(readDocument('a: 1\nb:\n  c: 1\n  c: 2\na: 2\n').duplicates).toEqual([{ key: 'c', offset: 17 }, { key: 'a', offset: 22 }]);
});

test('a key that a merge brings and that is written too is no duplicate', () => {
  expect(readDocument('x: &x {a: 1}\ny:\n  <<: *x\n  a: 2\n').duplicates).toEqual([]);
});

test('keys that are equal as JSON are duplicates, whatever they look like', () => {
  expect(readDocument('1: a\n"1": b\non: c\ntrue: d\n').duplicates.map(({ key }) => key)).toEqual(['1', 'true']);
});

test('what stands behind the end of the document is told, and an empty end is not', () => {
  expect(readDocument('a: 1\n...\nb: 2\n').unread).toBe(9);
  expect(readDocument('a: 1\n...\n# done\n').unread).toBeUndefined();
});

test('fails on brackets that open deeper than any object, and says so', () => {
  expect(problem('['.repeat(100_000))).toMatchObject({ id: 'yaml-syntax', message: 'the document is nested more than 500 deep; no object of Kubernetes is' });
});

test('fails on aliases that stand for billions of nodes, at once', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++) lines.push(`${String.fromCharCode(97 + i)}: &${String.fromCharCode(97 + i)} [${Array(9).fill(`*${String.fromCharCode(96 + i)}`).join(', ')}]`);
  expect(problem(lines.join('\n'))).toMatchObject({ message: 'aliases blow this document up to many times its size; kubectl refuses the whole file' });
});

test('accepts a few thousand aliases of a small mapping, as generated manifests have them', () => {
  const text = `x: &x {a: 1, b: 2}\nlist:\n${'- *x\n'.repeat(3000)}`;
  expect((readDocument(text).value as any).list).toHaveLength(3000);
});

test.each([
  ['a:\n\tb: 1\n', 'indent with spaces: YAML takes no tab there', 3],
  ['a: b: c\n', 'correct the line, or quote the value if it is text', 4],
  ['a: *b\n', 'write &b before the value that is meant, or quote the text', 3],
  ['a: &a [*a]\n', 'write &a before the value that is meant, or quote the text', 7],
  ['a:\n  <<: 1\n', 'let it name an anchor of a mapping', 9],
  ['a: .nan\n', 'quote it if text is meant', 3],
  ['a: !!int x\n', 'take the tag out', 3],
  ['a: !!binary "?"\n', 'encode the value, or take the tag out', 3],
  ['{a: b}: c\n', 'quote the key, or the value if braces or brackets are meant as text', 0],
  [' a: "x\\/y"\n', 'write the character itself', 4],
])('fails on %j with a way out and a place', (text, fix, offset) => {
  expect(problem(text)).toMatchObject({ id: 'yaml-syntax', fix, offset });
});
