import { parse } from '../../src/corefile/parse';
import { answering, answeringWithin, blockZones, directives } from '../../src/corefile/server-block';

const FILE = parse(`.:53 {
  cache 30
  forward . /etc/resolv.conf
  cache 10
}
example.org, dns://Sub.Example.org.:1053 {
  cache
}
example.org:5353 {
}
`);
const keys = (blocks: readonly { keys: readonly { text: string }[] }[]) => blocks.map((block) => block.keys[0].text);

test('a plugin is found by its name, however often it stands there', () => {
  expect(directives(FILE.blocks[0], 'cache').map(({ args }) => args[0].text)).toEqual(['30', '10']);
  expect(directives(FILE.blocks[0], 'log')).toEqual([]);
});

test('zones of a block are its keys without scheme, port and last dot, in lower case', () => {
  expect(FILE.blocks.map(blockZones)).toEqual([[''], ['example.org', 'sub.example.org'], ['example.org']]);
});

test('the blocks of the longest zone answer, all of them where they listen at different places', () => {
  expect(keys(answering(FILE, 'cluster.local'))).toEqual(['.:53']);
  expect(keys(answering(FILE, 'a.example.org'))).toEqual(['example.org', 'example.org:5353']);
  expect(keys(answering(FILE, 'a.sub.example.org'))).toEqual(['example.org']);
  expect(keys(answering(FILE, 'notexample.org'))).toEqual(['.:53']);
});

test('without a block for the name, none answers', () => {
  expect(answering(parse('example.org {\n}\n'), 'cluster.local')).toEqual([]);
});

test('a zone is answered for by the blocks of zones inside it too', () => {
  expect(keys(answeringWithin(FILE, 'org'))).toEqual(['.:53', 'example.org', 'example.org:5353']);
  expect(keys(answeringWithin(FILE, 'sub.example.org'))).toEqual(['example.org']);
});
