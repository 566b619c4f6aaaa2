import * as fc from 'fast-check';
import { corefiles, soup } from './arbitraries';
import cases from './cases.json';
import { parse } from '../../src/corefile/parse';
import { print } from '../../src/corefile/print';

type Case = (typeof cases)[number] & { env?: Record<string, string>; by?: string; rejected?: string; files?: string[] };
const all = cases as unknown as Case[];

/** Imported files, unknown zones, plugins and their options are no matter of the grammar. */
const readable = all.filter(({ by, files }) => by !== 'grammar' && by !== 'files' && !files);
const refused = all.filter(({ by }) => by === 'grammar');

function expand(text: string, env: Record<string, string> = {}): string {
  return text.replace(/\{\$([^}]+)\}|\{%([^%]+)%\}/g, (_, unix, windows) => env[unix ?? windows] ?? '');
}

function outline(text: string, env?: Record<string, string>) {
  return parse(text).blocks.map(({ keys, directives }) => {
    const plugins: Record<string, string[]> = {};
    for (const { name, tokens } of directives) {
      const words = tokens.map((token, at) => (at === 0 ? token.text : expand(token.text, env)));
      plugins[expand(name.text, env)] = [...plugins[expand(name.text, env)] ?? [], ...words];
    }
    return [keys.map((key) => expand(key.text, env)), plugins];
  });
}

test('the table has 110 cases: 7 refused by the grammar, 3 for missing files, 32 by plugins, 68 accepted', () => {
  const count = (by?: string) => all.filter((each) => each.by === by).length;
  expect([all.length, count('grammar'), count('files'), count('plugins'), count()]).toEqual([110, 7, 3, 32, 68]);
});

test.each(readable)('CoreDNS and the parser read the same server blocks: $name', ({ text, blocks, env }) => {
  expect(parse(text).errors).toEqual([]);
  expect(outline(text, env)).toEqual(blocks);
});

test.each(refused)('fails where CoreDNS fails: $name', ({ text, rejected }) => {
  const [{ message, line }] = parse(text).errors;
  const said = `Corefile:${line} - Syntax error: ${message}`;
  const also = `Corefile:${line} - Error during parsing: ${message}`;
  // CoreDNS meets the unknown plugin `whoami}` before the missing brace.
  expect([said, also]).toContain(rejected!.includes('Unknown directive') ? said : rejected);
});

test.each(all)('the text comes back byte for byte: $name', ({ text }) => expect(print(parse(text))).toBe(text));

test('any text comes back byte for byte', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), soup, corefiles), (text) => print(parse(text)) === text), { numRuns: 500 });
});

test('a directive has arguments, options and places', () => {
  const [{ directives: [cache], open, close }] = parse('. {\n cache 30 { denial 9984 5 # x\n  disable denial a.test\n }\n}').blocks;
  expect(cache.args.map(({ text }) => text)).toEqual(['30']);
  expect(cache.block?.options.map(({ name, args }) => [name, ...args].map(({ text }) => text))).toEqual([['denial', '9984', '5'], ['disable', 'denial', 'a.test']]);
  expect([open?.line, cache.name.column, cache.block?.close.line, close?.line]).toEqual([1, 2, 4, 5]);
});

test('a snippet is read where it is imported, and the import is kept', () => {
  const file = parse('(neg) {\n cache 30\n}\n. {\n import neg\n import custom/*.override\n}\n');
  expect(file.blocks[0].directives[0]).toMatchObject({ name: { line: 2 }, via: { pattern: { text: 'neg' }, snippet: { name: 'neg' } } });
  expect(file.blocks[0].imports.map((line) => [line.pattern.text, line.snippet?.name])).toEqual([['neg', 'neg'], ['custom/*.override', undefined]]);
  expect(file.snippets.map(({ name, tokens }) => [name, tokens.length])).toEqual([['neg', 2]]);
});

test('the tree keeps what stands before an error', () => {
  const file = parse('a.test {\n whoami\n}\nb.test {\n errors\n cache 30 }\n}\n');
  expect(file.errors).toEqual([{ code: 'unexpected-close-brace', message: expect.any(String), line: 6, column: 11, offset: 46 }]);
  expect(file.blocks.map(({ keys, directives }) => [keys[0].text, directives.length])).toEqual([['a.test', 1], ['b.test', 1]]);
});

test.each([
  ['{\n whoami\n', 'expected-close-brace'], ['(a)\nwhoami', 'expected-open-brace'], ['(a) {\n x', 'expected-close-brace'],
  ['a,', 'unexpected-end'], ['. {\n cache {\n', 'unexpected-end'], ['import', 'import-argument'], ['import ""', 'import-argument'],
  ['. {\n import [a', 'import-glob'], ['(a) {\n import b\n}\n(b) {\n import a\n}\n. {\n import a\n}', 'import-depth'],
])('fails with a code for %j', (text, code) => expect(parse(text).errors[0].code).toBe(code));

test.each([
  ['. {\n whoami\n}\n}\n', 'unbalanced-braces', 4], ['. {\n cache 30 {\n denial 1\n}\n', 'unbalanced-braces', 1],
  ['.{\n whoami\n}\n', 'unbalanced-braces', 3], ['. {\n whoami\n}\n"', 'unterminated-quote', 4],
])('a text that CoreDNS accepts but reads otherwise than it looks is warned of: %j', (text, code, line) => {
  expect(parse(text)).toMatchObject({ errors: [], warnings: [{ code, line }] });
});

test('an import pattern is judged when its dots are resolved', () => {
  expect(parse('. {\n import */../custom/*.server\n}').errors).toEqual([]);
});

test('fails for more than 100000 imports of files, found or not', () => {
  const doubled = Array.from({ length: 12 }, (_, at) => `(s${at + 1}) {\n import s${at}\n import s${at}\n}\n`).join('');
  const text = (files: number) => `(s0) {\n${' import x*\n'.repeat(files)}}\n${doubled}. {\n import s12\n}\n`;
  expect(parse(text(24)).errors).toEqual([]);
  expect(parse(text(25)).errors).toMatchObject([{ code: 'import-depth', message: 'maximum file import depth (10000) exceeded', line: 2 }]);
});
