import { BROKEN, SOUND, TEXTS, UNKNOWN_VERSION, written } from './written';

test('findings and their summary look like this', () => {
  expect(written('text', TEXTS)).toMatchSnapshot();
});

test('no findings look like this', () => {
  expect(written('text', SOUND)).toMatchSnapshot();
});

test('a finding is one line, then the line of the source, then a caret below the column', () => {
  const lines = written('text', BROKEN).split('\n');
  const at = lines.findIndex((text) => text.includes('governing-service-headless'));
  expect(lines[at]).toMatch(/^\.\/deploy\/x\.yaml:8:14 error governing-service-headless Service prod\/db: .+; .+$/);
  expect(lines.slice(at + 1, at + 3)).toEqual(['    clusterIP: 10.0.0.7', '               ^']);
});

test('colours change nothing but colours', () => {
  // eslint-disable-next-line no-control-regex
  expect(written('text', BROKEN, true).replace(/\u001b\[[0-9]+m/g, '')).toBe(written('text', BROKEN));
  expect(written('text', BROKEN, true)).toContain('\u001b[31merror\u001b[0m');
});

test('tabs before the column stay tabs, so that the caret stands below it', () => {
  expect(written('text', { 'x.yaml': '{\n\t"kind": "A", "kind": "B"}\n' })).toContain('  \t"kind": "A", "kind": "B"}\n  \t             ^');
});

test.each([
  ['日本語', 6], ['ひらカナ한글', 12], ['，（）', 6], ['𠮷😀', 4], ['ｶﾅ', 2], ['é', 1], ['e\u0301', 1], ['ж→', 2],
])('letters as wide as in %s count as many columns as a terminal gives them, so that the caret stands below the key', (letters, columns) => {
  const [, source, caret] = written('text', { 'x.yaml': `{kind: A, x: "${letters}", y: 1, y: 2}\n` }).split('\n');
  expect(source).toBe(`  {kind: A, x: "${letters}", y: 1, y: 2}`);
  expect(caret).toBe(`${' '.repeat('  {kind: A, x: "", y: 1, '.length + columns)}^`);
});

test('a very long line is shown around the column', () => {
  const shown = written('text', { 'x.yaml': `{kind: A, x: "${'a'.repeat(500)}", y: 1, y: 2, z: "${'b'.repeat(500)}"}\n` }).split('\n');
  expect(shown[1].length).toBeLessThanOrEqual(142);
  expect(shown[1][shown[2].indexOf('^')]).toBe('y');
});

test('nothing that a terminal obeys gets out of a manifest', () => {
  // eslint-disable-next-line no-control-regex
  expect(written('text', { 'x.yaml': 'kind: "\\e[31mA"\nx: 1\nx: 2\n' })).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

test('what is said of the settings stands in no file', () => {
  expect(written('text', SOUND, false, UNKNOWN_VERSION)).toMatch(/^kubernetesVersion info input-version: 1\.40 is newer /);
});
