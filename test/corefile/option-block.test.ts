import { tokenise } from '../../src/corefile/lexer';
import { optionBlock } from '../../src/corefile/option-block';

function read(source: string) {
  const { args, block } = optionBlock(tokenise(source).tokens);
  return { args: args.map(({ text }) => text), options: block?.options.map(({ name, args: rest }) => [name.text, ...rest.map(({ text }) => text)]) };
}

test('arguments stand on the line of the plugin, options in braces that open there, each on a line', () => {
  expect(read('cache 30 cluster.local {\n  success 5000\n  denial 9984 5\n}')).toEqual({ args: ['30', 'cluster.local'], options: [['success', '5000'], ['denial', '9984', '5']] });
});

test('a plugin may have neither, or only one of them', () => {
  expect(read('loop')).toEqual({ args: [], options: undefined });
  expect(read('cache 30')).toEqual({ args: ['30'], options: undefined });
  expect(read('health {\n  lameduck 5s\n}')).toEqual({ args: [], options: [['lameduck', '5s']] });
  expect(read('health {\n}')).toEqual({ args: [], options: [] });
});

test('a brace on a later line opens no options', () => {
  expect(read('cache 30\n{\n}')).toEqual({ args: ['30'], options: undefined });
});

test('an inner pair of braces does not end the options', () => {
  const { block } = optionBlock(tokenise('a {\n  b {\n    c\n  }\n  d\n}').tokens);
  expect([block!.open.line, block!.close.line]).toEqual([1, 6]);
});
