import { anchorName, isAlias, isInline, isMapping, isPlain, isQuoted, isScalar, scalarText, tagOf, yamlEvents } from '../../src/checker/yaml-events';

const scalars = (given: string) => {
  const { text, events } = yamlEvents(given);
  return events.filter(isScalar).map((event) => ({
    text: scalarText(text, event),
    plain: isPlain(event),
    quoted: isQuoted(event),
    inline: isInline(event),
    tag: tagOf(text, event),
    anchor: anchorName(text, event),
  }));
};

test('a scalar tells its text, its quotes, its tag and its anchor', () => {
  expect(scalars('[a, "b\\n", &x \'c\', !!str 5, !<tag:yaml.org,2002:int> "6"]')).toEqual([
    { text: 'a', plain: true, quoted: false, inline: true, tag: '', anchor: undefined },
    { text: 'b\n', plain: false, quoted: true, inline: true, tag: '', anchor: undefined },
    { text: 'c', plain: false, quoted: true, inline: true, tag: '', anchor: 'x' },
    { text: '5', plain: false, quoted: false, inline: true, tag: '!!str', anchor: undefined },
    { text: '6', plain: false, quoted: true, inline: true, tag: '!!int', anchor: undefined },
  ]);
});

test('a block and a value that is not written stand beside no key', () => {
  expect(scalars('a: |\n  x\nb:\n').filter(({ inline }) => !inline).map(({ text }) => text)).toEqual(['x\n', '']);
});

test('mappings and aliases are told apart', () => {
  const { events, text } = yamlEvents('a: &x {b: 1}\nc: *x\n');
  expect([events.filter(isMapping).length, events.filter(isAlias).map((event) => anchorName(text, event))]).toEqual([2, ['x']]);
});

test('offsets are those of the text that was given, also where a line was joined to the one before', () => {
  const given = 'x:\n  a: [\n    1, # one\n    2\n  ]\n  b: 3\n';
  const { events } = yamlEvents(given);
  expect(events.filter(isScalar).map(({ valueStart, valueEnd }) => given.slice(valueStart, valueEnd))).toEqual(['x', 'a', '1', '2', 'b', '3']);
});

test.each([
  ['a:\n\tb: 1\n', 3, 'indent with spaces: YAML takes no tab there'],
  [`a: ${'['.repeat(600)}`, 502, 'look for brackets that are never closed'],
  ['a: [1\n', 6, 'correct the line, or quote the value if it is text'],
])('fails on %j at its place, with a way out', (text, offset, fix) => {
  expect(() => yamlEvents(text)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ id: 'yaml-syntax', offset, fix }) }));
});
