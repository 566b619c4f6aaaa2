import { load } from '../../src/checker/load';

const kinds = (text: string) => load({ file: 'x.yaml', text }).objects.map(({ object, path }) => `${object.kind} ${object.metadata?.name}${path.length > 0 ? ` ${path.join('.')}` : ''}`);
const problems = (text: string) => load({ file: 'x.yaml', text }).problems.map(({ problem: { id, offset } }) => ({ id, offset }));

test('documents without a kind, lists and empty ones are not objects and no problem', () => {
  expect(kinds('replicaCount: 1\n---\n- hosts: all\n---\n# nothing\n---\nkind: Service\nmetadata: {name: a}\n')).toEqual(['Service a']);
  expect(problems('replicaCount: 1\n---\n- hosts: all\n---\n# nothing\n')).toEqual([]);
});

test('the items of a List are objects, lists in lists too', () => {
  expect(kinds('kind: List\nitems:\n- {kind: A, metadata: {name: a}}\n- kind: List\n  items: [{kind: B, metadata: {name: b}}]\n')).toEqual(['A a items.0', 'B b items.1.items.0']);
});

test('an item of a typed list that says neither kind nor apiVersion has those of the list', () => {
  const { objects } = load({ file: 'x.yaml', text: 'apiVersion: apps/v1\nkind: StatefulSetList\nitems:\n- metadata: {name: a}\n- {kind: Service, apiVersion: v1}\n' });
  expect(objects.map(({ object }) => [object.apiVersion, object.kind])).toEqual([['apps/v1', 'StatefulSet'], ['v1', 'Service']]);
});

test('an object with items that is no list is one object', () => {
  expect(kinds('kind: Playlist\nmetadata: {name: a}\nitems: 3\n')).toEqual(['Playlist a']);
});

test('two aliases of one anchor are two objects', () => {
  const { objects } = load({ file: 'x.yaml', text: 'x: &x {kind: A, metadata: {name: a}}\nkind: List\nitems: [*x, *x]\n' });
  expect(objects.map(({ path }) => path)).toEqual([['items', 0], ['items', 1]]);
  expect(objects[0].object).not.toBe(objects[1].object);
});

test('what cannot be read leaves the rest readable', () => {
  expect(kinds('kind: A\nmetadata: {name: a}\n---\na: b: c\n---\nkind: B\nmetadata: {name: b}\n')).toEqual(['A a', 'B b']);
  expect(problems('kind: A\n---\na: b: c\n---\nkind: B\n')).toEqual([{ id: 'yaml-syntax', offset: 16 }]);
});

test.each([
  ['control lines', '{{- if .Values.enabled }}\nkind: Service\n{{- end }}\n', 0],
  ['an unquoted value', 'kind: Service\nmetadata:\n  name: {{ .Release.Name }}\n', 32],
  ['a quoted name', 'kind: Service\nmetadata:\n  name: "{{ .Release.Name }}-db"\n', 33],
  ['another engine', 'kind: Service\n{% if x %}\n', 14],
])('a template is one problem and no object: %s', (_, text, offset) => {
  expect(problems(`${text}---\nkind: B\n---\n{{ more }}\n`)).toEqual([{ id: 'yaml-template', offset }]);
  expect(kinds(`${text}---\nkind: B\n`)).toEqual([]);
});

test('braces in the text of an application are no template', () => {
  const text = 'kind: ConfigMap\nmetadata: {name: rules}\ndata:\n  rules.yaml: |\n    summary: "{{ $labels.instance }} is down"\n  line: "{{ $value }}"\n';
  expect([kinds(text), problems(text)]).toEqual([['ConfigMap rules'], []]);
});

test('the notes behind what helm install --dry-run prints are no YAML and no problem', () => {
  const text = 'NAME: db\nLAST DEPLOYED: Tue Nov 24 10:00:00 2026\nNAMESPACE: default\nSTATUS: pending-install\nREVISION: 1\nHOOKS:\nMANIFEST:\n'
    + '---\n# Source: db/templates/svc.yaml\nkind: Service\nmetadata: {name: db}\n\nNOTES:\n1. Run: kubectl get svc {{ nothing }}\n\t* and more\n';
  expect([kinds(text), problems(text)]).toEqual([['Service db'], []]);
});

test('a key that stands twice, a text in the place of an object and an unread rest are told', () => {
  expect(problems('kind: A\nkind: B\n')).toEqual([{ id: 'yaml-duplicate-key', offset: 8 }]);
  expect(problems('---\nError: chart not found, said helm\n---\nhello\n')).toEqual([{ id: 'yaml-syntax', offset: 42 }]);
  expect(problems('kind: A\n...\nkind: B\n')).toEqual([{ id: 'yaml-document-end', offset: 12 }]);
});
