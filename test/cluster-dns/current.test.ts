import { Current, fromConfigMap, readCurrent, Unusable } from '../../src/cluster-dns/current';
import { yamlText } from '../../src/cluster-dns/yaml-text';
import { corefile, kubeadm, platforms } from '../corefile/corefiles';

const TEXT = kubeadm('cache 30');
const FETCHED = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: 'coredns',
    namespace: 'kube-system',
    labels: { 'eks.amazonaws.com/component': 'coredns' },
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}', 'a.test/b': 'c' },
    resourceVersion: '7',
    uid: 'x',
    managedFields: [],
  },
  data: { 'Corefile': TEXT, 'example.db': 'zone\n' },
};
const read = (text: string) => readCurrent(text) as Current & Partial<Unusable>;

test('a ConfigMap as fetched gives its Corefile, its other keys, and the metadata that is not the API server\'s', () => {
  expect(read(yamlText(FETCHED))).toEqual({
    corefile: TEXT,
    otherData: { 'example.db': 'zone\n' },
    immutable: false,
    metadata: { name: 'coredns', namespace: 'kube-system', labels: { 'eks.amazonaws.com/component': 'coredns' }, annotations: { 'a.test/b': 'c' } },
  });
});

test('JSON is read as YAML is', () => expect(read(JSON.stringify(FETCHED, undefined, 4)).corefile).toBe(TEXT));

test('binary keys stay, and an immutable ConfigMap is told', () => {
  expect(read(yamlText({ ...FETCHED, binaryData: { x: 'AA==' }, immutable: true }))).toMatchObject({ binaryData: { x: 'AA==' }, immutable: true });
});

test('the namespace is kube-system where the ConfigMap has none', () => {
  expect(read(yamlText({ kind: 'ConfigMap', metadata: { name: 'coredns' }, data: { Corefile: TEXT } })).metadata).toEqual({ name: 'coredns', namespace: 'kube-system' });
});

test('a List, and several documents, give their one ConfigMap with a Corefile', () => {
  const other = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other' }, data: { x: 'y' } };
  expect(read(yamlText({ apiVersion: 'v1', kind: 'List', items: [other, FETCHED] })).metadata?.name).toBe('coredns');
  expect(read(`${yamlText(other)}---\n${yamlText(FETCHED)}---\n`).metadata?.name).toBe('coredns');
  expect(read(yamlText({ apiVersion: 'v1', kind: 'List', items: [FETCHED] })).corefile).toBe(TEXT);
});

test.each(platforms)('the Corefile of %s is no YAML object', (platform) => {
  const text = corefile(platform, 'cache 30');
  expect(read(text)).toEqual({ corefile: text, otherData: {}, immutable: false });
});

test.each(['.\nwhoami', 'a.test {\n whoami\n}', '# only: a comment\n. {\n whoami\n}\n', '. {\n template IN TXT x.test {\n  answer "{{ .Name }} 5 IN TXT a: b"\n }\n}'])(
  'the Corefile %j is no YAML object', (text) => expect(read(text).corefile).toBe(text));

test.each<[string, string, string]>([
  ['nothing', '', 'the input is empty'],
  ['blanks', ' \n\n', 'the input is empty'],
  ['YAML of something else', 'a: 1\nb: 2\n', 'the object is a map without a kind and no ConfigMap'],
  ['a Secret', yamlText({ ...FETCHED, kind: 'Secret' }), 'the object is a Secret and no ConfigMap'],
  ['a ConfigMap without a Corefile', yamlText({ ...FETCHED, data: { 'a': 'b', 'c.d': 'e' } }), 'the ConfigMap coredns has no text under the key Corefile: it has a, c.d'],
  ['a ConfigMap without data', yamlText({ kind: 'ConfigMap', metadata: { name: 'coredns' } }), 'the ConfigMap coredns has no text under the key Corefile: it has no data'],
  ['a Corefile that is a number', yamlText({ ...FETCHED, data: { Corefile: 5 } }), 'the Corefile of the ConfigMap coredns is a number and no text'],
  ['a Corefile in binaryData', yamlText({ ...FETCHED, data: {}, binaryData: { Corefile: 'AA==' } }), 'the ConfigMap coredns has its Corefile in binaryData'],
  ['an empty Corefile', yamlText({ ...FETCHED, data: { Corefile: '\n' } }), 'the Corefile is empty: CoreDNS would serve its built-in default'],
  ['an empty List', 'apiVersion: v1\nkind: List\nitems: []\n', 'the YAML holds no object'],
  ['a List without it', yamlText({ kind: 'List', items: [{ kind: 'Secret' }, { kind: 'ConfigMap' }] }), 'none of the 2 objects is a ConfigMap with the key Corefile'],
  ['a List with two', yamlText({ kind: 'List', items: [FETCHED, { ...FETCHED, metadata: {} }] }), '2 ConfigMaps have the key Corefile: coredns, one without a name'],
  ['broken YAML', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  Corefile: |\n x\n  - "\n', 'the YAML cannot be read'],
  ['too many aliases', `kind: &a [x]\nb: &b [${'*a,'.repeat(50)}]\nc: &c [${'*b,'.repeat(50)}]\nd: [${'*c,'.repeat(50)}]\n`, 'the YAML cannot be read'],
])('fails for %s', (_, text, message) => {
  expect(read(text).unusable).toContain(message);
  expect(read(text).fix).not.toBe('');
});

test('fails for a Corefile where a ConfigMap was promised', () => {
  expect(fromConfigMap(TEXT)).toMatchObject({ unusable: expect.stringMatching(/^the YAML (cannot be read|holds no object)/) });
  expect(fromConfigMap('')).toMatchObject({ unusable: 'the input is empty' });
});
