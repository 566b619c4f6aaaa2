import * as fc from 'fast-check';
import { parse } from 'yaml';
import { configMap } from '../../src/cluster-dns/delivery/config-map';
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

test.each([
  'yes', 'Yes', 'YES', 'no', 'No', 'NO', 'on', 'On', 'ON', 'off', 'Off', 'OFF', 'y', 'Y', 'n', 'N', 'true', 'False', 'null', 'Null', '~', '',
  '1_000', '12:30:45', '1:2', '190:20:30.15', '017', '0o17', '0O1_7', '0b1', '0B1', '0x1F', '0X1f', '1e3', '1.5', '+12', '.inf', '.NaN', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '=', '<<',
])('the text %j stays a text as key and as value, for a reader of YAML 1.1 too', (word) => {
  const object = { labels: { [word]: word }, list: [word] };
  const printed = yamlText(object);
  expect(printed.match(/"/g)).toHaveLength(6);
  for (const version of ['1.1', '1.2'] as const) expect(parse(printed, { version })).toEqual(object);
});

test('labels and data of a fetched ConfigMap keep their quotes', () => {
  const printed = configMap({
    name: 'coredns',
    namespace: 'kube-system',
    text: 'on',
    current: { corefile: '', immutable: false, otherData: { y: 'n', hosts: '12:30:45' }, metadata: { name: 'coredns', namespace: 'kube-system', labels: { managed: 'yes' } } },
  }).text;
  expect(printed.split('\n').filter((line) => /"/.test(line))).toEqual(['    managed: "yes"', '  Corefile: "on"', '  "y": "n"', '  hosts: "12:30:45"']);
});
