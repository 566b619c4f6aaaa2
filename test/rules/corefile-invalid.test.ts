import { corefile, holdsForPage, ofCorefile, ofKeys } from './page';
import { corefileInvalid } from '../../src/rules/corefile-invalid';

holdsForPage(corefileInvalid, {
  path: 'data.Corefile',
  message: 'line 7, column 14: Unexpected \'}\' because no matching opening brace: CoreDNS goes on with the text it has and exits at its next start',
  fix: 'write each "}" alone on its line, one for every "{"',
});

test.each([
  ['a zone too few', 'a.test, {\n whoami\n}\n', 'line 1, column 9: Expected another address but had \'{\' - check for extra comma: '],
  ['an open block at the end', '. {\n cache 30 {\n', 'line 2, column 11: Unexpected EOF: '],
  ['an import of nothing', '. {\n import\n}\n', 'line 2, column 2: Wrong argument count or unexpected line ending after \'import\': '],
  ['a snippet said twice', '(a) {\n whoami\n}\n(a) {\n whoami\n}\n', 'line 4, column 5: redeclaration of previously declared snippet a: '],
  ['a quote that nothing closes', '. {\n cache "30\n}\n', 'line 2, column 8: Unexpected token \'30 } \', expecting \'}\': '],
])('fails %s, at its place', (_, text, message) => {
  const found = ofCorefile(corefileInvalid, text);
  expect(found.map((finding) => finding.message)).toEqual([expect.stringMatching(/: CoreDNS goes on with the text it has and exits at its next start$/)]);
  expect(found[0].message.slice(0, message.length)).toBe(message);
});

test('the place in an override is that of its own text', () => {
  expect(ofKeys(corefileInvalid, 'coredns-custom', { 'a.override': 'log\nimport a b\n' }).map(({ path, message }) => [path, message.slice(0, 17)]))
    .toEqual([['data["a.override"]', 'line 2, column 10']].map(([path, place]) => [path, place.padEnd(17, ':')]));
});

test('an override is plugins, and a server file is server blocks: both are read as they are imported', () => {
  expect(ofKeys(corefileInvalid, 'coredns-custom', { 'a.override': 'log\n', 'a.include': 'log', 'b.server': 'a.test:53 {\n  forward . 10.0.0.1\n}\n' })).toEqual([]);
});

test('texts of every platform are accepted, and unknown plugins are no matter of reading', () => {
  expect(ofCorefile(corefileInvalid, corefile('  cache 30'))).toEqual([]);
  expect(ofCorefile(corefileInvalid, corefile('  import custom/*.override\n  my-plugin { x }'))).toEqual([]);
});
