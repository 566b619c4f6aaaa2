import { ScalarEvent, anchorName, isAlias, isInline, isPlain, isQuoted, isScalar, scalarText, tagOf, yamlEvents } from '../../src/checker/yaml-events';

const scalars = (written: string) => {
  const { events, text } = yamlEvents(written);
  const told = (event: ScalarEvent) => {
    const [plain, quoted, inline] = [isPlain, isQuoted, isInline].map((holds) => holds(event));
    return { text: scalarText(text, event), plain, quoted, inline, tag: tagOf(text, event) };
  };
  return events.filter(isScalar).map(told);
};

test('a scalar is read without quotes, folds and escapes, and tells how it is written', () => {
  expect(scalars('a: "x\\ty"')[1]).toEqual({ text: 'x\ty', plain: false, quoted: true, inline: true, tag: '' });
  expect(scalars('a: |\n  x\n')[1]).toMatchObject({ text: 'x\n', plain: false, quoted: false, inline: false });
  expect(scalars('a: x')[1]).toMatchObject({ text: 'x', plain: true, quoted: false, inline: true });
});

test('a standard tag has one name, however it is spelt', () => {
  expect(['!!int 3', '!<tag:yaml.org,2002:int> 3', '!own 3'].map((text) => scalars(`a: ${text}`)[1].tag)).toEqual(['!!int', '!!int', '!own']);
});

test('an alias has the name of its anchor', () => {
  const { events, text } = yamlEvents('a: &x 1\nb: *x\n');
  expect(events.filter((event) => isAlias(event) || anchorName(text, event) !== undefined).map((event) => anchorName(text, event))).toEqual(['x', 'x']);
});

test('a bracket below its key is read as kubectl reads it, and no offset moves', () => {
  const written = 'a: [\n1,\n2\n]\nb: 3\n';
  const { events, text } = yamlEvents(written);
  expect(text).toHaveLength(written.length);
  expect(events.filter(isScalar).map((event) => scalarText(text, event))).toEqual(['a', '1', '2', 'b', '3']);
});

test.each([
  ['nested too deep', `a: ${'['.repeat(600)}`, 'look for brackets that are never closed'],
  ['indented with a tab', 'a:\n\tb: 1\n', 'indent with spaces: YAML takes no tab there'],
  ['no YAML', 'a: b: c\n', 'correct the line, or quote the value if it is text'],
])('fails what is %s', (_, text, fix) => {
  expect(() => yamlEvents(text)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ id: 'yaml-syntax', fix }) }));
});
