import * as fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText } from '../../src/cluster-dns/yaml-text';
import { corefiles, soup } from '../corefile/arbitraries';
import { kubeadm } from '../corefile/corefiles';

const config = (text: string) => ({ kind: 'ConfigMap', data: { Corefile: text, other: 'x: y' } });
const back = (text: string) => parse(yamlText(config(text)));

test('a Corefile is a block literal', () => {
  const [, first, second] = yamlText({ Corefile: kubeadm('cache 30') }).split('\n');
  expect(yamlText({ Corefile: kubeadm('cache 30') }).startsWith('Corefile: |\n')).toBe(true);
  expect([first, second]).toEqual(['  .:53 {', '      errors']);
});

test.each<[string, string]>([
  ['a missing last newline', '. {\n}'], ['several last newlines', '. {\n}\n\n\n'], ['a long line', `. {\n ${'x '.repeat(500)}y\n}\n`], ['letters of other scripts', '# é 中\n. {\n}\n'],
])('a text with %s stays a literal', (_, text) => {
  expect(yamlText({ text })).toMatch(/^text: \|[-+]?\n/);
  expect(parse(yamlText({ text }))).toEqual({ text });
});

test.each<[string, string]>([
  ['trailing blanks', '. {\n cache 30 \n}\n'], ['a tab at the start of a line', '. {\n\tcache\n}\n'], ['CRLF', '. {\r\n cache\r\n}\r\n'], ['a lone CR', '. {\r}\n'],
  ['a BOM', '\ufeff. {\n}\n'], ['a blank first', ' . {\n}\n'], ['a newline first', '\n. {\n}\n'], ['a line separator', '. {\n "\u2028"\n}\n'], ['a next-line character', '. {\u0085}\n'],
  ['a bell', '. {\n "\u0007"\n}\n'], ['nothing but newlines', '\n\n'],
])('a text with %s is quoted on one line', (_, text) => {
  expect(yamlText({ text })).toMatch(/^text: ".*"\n$/);
  expect(parse(yamlText({ text }))).toEqual({ text });
});

test('any Corefile comes back byte for byte', () => {
  fc.assert(fc.property(fc.oneof(corefiles, soup, fc.string({ unit: 'binary' })), (text) => {
    expect(back(text)).toEqual(config(text));
  }), { numRuns: 1000 });
});

test('the printed text is stable', () => {
  fc.assert(fc.property(corefiles, (text) => {
    expect(yamlText(back(text))).toBe(yamlText(config(text)));
  }));
});
