import { commandsOf, single } from '../../src/rules/shell-script';

const read = (script: string) => commandsOf(script)!.map(({ words, outer, inCondition, before, after }) => [words.join(' '), outer.kind, inCondition, before, after]);

test('commands are read with their operators', () => {
  expect(read('a b; c && d || e | f & g\nh')).toEqual([
    ['a b', 'script', false, '', ';'], ['c', 'script', false, ';', '&&'], ['d', 'script', false, '&&', '||'], ['e', 'script', false, '||', '|'],
    ['f', 'script', false, '|', '&'], ['g', 'script', false, '&', '\n'], ['h', 'script', false, '\n', ''],
  ]);
});

test('a loop has a condition and a body, and an operator behind its end', () => {
  const commands = commandsOf('until a; do\n b\ndone > /dev/null || c')!;
  expect(commands.map(({ words, inCondition, outer }) => [words[0], inCondition, outer.kind])).toEqual([['a', true, 'until'], ['b', false, 'until'], ['c', false, 'script']]);
  expect([commands[0].outer.after, commands[2].before]).toEqual(['||', '||']);
});

test('an if, a case, braces, parentheses and functions are told apart', () => {
  expect(read('if a; then b; elif c; then d; else e; fi; case $x in y|z) f;; *) g;; esac; { h; }; (i); w() { j; }; function v { k; }').map(([word, kind, condition]) => [word, kind, condition])).toEqual([
    ['a', 'if', true], ['b', 'if', false], ['c', 'if', true], ['d', 'if', false], ['e', 'if', false], ['y', 'case', false], ['f', 'case', false], ['g', 'case', false],
    ['h', 'braces', false], ['i', 'parentheses', false], ['j', 'function', false], ['k', 'function', false],
  ]);
});

test('a for loop has a variable and values', () => {
  const [command] = commandsOf('for i in 0 $(seq 1 2); do a $i; done')!;
  expect([command.outer.kind, command.outer.header]).toEqual(['for', ['i', 'in', '0', '$(seq 1 2)']]);
});

test('remarks and the texts of here-documents are no commands, and a hash in a word is none', () => {
  expect(read('# x\na # y\ncat > f <<\'EOF\'\nuntil b; do c; done\nEOF\nd a#b').map(([word]) => word)).toEqual(['a', 'cat > f <<\'EOF\'', 'd a#b']);
  expect(read('cat << END\nb\nEND\nd').map(([word]) => word)).toEqual(['cat << END', 'd']);
});

test('quotes, substitutions and redirections are parts of words', () => {
  expect(read('a "b; $(c "d e" | f)" \'g;\' `h; i` ${j} 2>&1 &> k \\\n l').map(([word]) => word)).toEqual(['a "b; $(c "d e" | f)" \'g;\' `h; i` ${j} 2>&1 &> k l']);
});

test('what ends a list is marked, and what may leave a block is counted', () => {
  const commands = commandsOf('a; b && c')!;
  expect(commands.map(({ final }) => final)).toEqual([false, true, true]);
  expect(commandsOf('a || b')!.map(({ final }) => final)).toEqual([false, true]);
  expect(commandsOf('while a; do b && break; done')![0].outer.leaves).toBe(1);
});

test('a command without a shell is one, whatever its words', () => {
  expect(single(['until', ';', 'a']).map(({ words, final }) => [words, final])).toEqual([[['until', ';', 'a'], true]]);
});

test('what is no script is read to its end, and too deep a one is none', () => {
  expect([commandsOf('done fi ) } esac;; "'), commandsOf('')].map((commands) => commands?.length)).toEqual([2, 0]);
  expect(commandsOf('until '.repeat(60000))).toBeUndefined();
  expect(commandsOf('"$('.repeat(300000))).toHaveLength(1);
  expect(commandsOf('a <<x\n'.repeat(100000))).toHaveLength(1);
  expect(commandsOf('a\f\vb')).toHaveLength(1);
  expect(commandsOf('a <<< "b"\nc $((1<<2))\nd')).toHaveLength(3);
});
