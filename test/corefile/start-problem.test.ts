import cases from './cases.json';
import { corefile, platforms } from './corefiles';
import { STARTING, STOPPING, withLine } from './start-cases';
import { parse } from '../../src/corefile/parse';
import { foreignPlugins, hasForeignPlugin, startProblems } from '../../src/corefile/start-problem';

/** Problems of a text with these lines, as `line: code`. */
const found = (text: string) => startProblems(parse(text)).map(({ code, token }) => `${token.line}: ${code}`);

test.each(STOPPING)('fails for %j, with which CoreDNS does not start', (line) => {
  const file = parse(withLine(line));
  expect(file.errors.length + startProblems(file).length).toBeGreaterThan(0);
});

test.each(STARTING)('%j is accepted, and CoreDNS starts with it', (line) => {
  expect(found(withLine(line))).toEqual([]);
});

/** What the files that it imports decide. */
const OF_FILES = ['62 snippet after use', '68 import missing file', '71 import two overrides both with cache', '72 import override, cache already in the block (AKS)', '75 import folder'];

test.each(cases.filter(({ name }) => !OF_FILES.includes(name)))('case $name: CoreDNS 1.15.0 starts, or the reader says why not', ({ text, rejected }) => {
  const file = parse(text);
  expect([...file.errors, ...startProblems(file)].length > 0).toBe(rejected !== undefined);
});

test.each(platforms)('the Corefile of %s is accepted', (platform) => expect(found(corefile(platform, 'cache 30'))).toEqual([]));

test('fails for everything in the order of the text, with its place and what to write', () => {
  const text = '.:53 {\n chache 30\n kubernetes cluster.local {\n  ttl 99999\n }\n cache 30\n cache 0\n reload 0\n}\n.:53 {\n}\n';
  expect(startProblems(parse(text)).map(({ token, message, fix }) => `${token.line}:${token.column} ${message}; ${fix}`)).toEqual([
    '2:2 chache: CoreDNS knows no plugin of this name and does not start; write cache',
    '4:3 CoreDNS does not start with ttl 99999 of kubernetes; give ttl a whole number of seconds from 0 to 3600',
    '7:2 a second cache in one server block: CoreDNS does not start; keep one cache, with the options of both',
    '7:8 CoreDNS does not start with cache 0; give cache a TTL from 1',
    '8:9 CoreDNS does not start with reload 0; give reload an interval from 2s, then if wanted a jitter from 1s',
    '10:1 .:53 is served by the server block of line 1 already: CoreDNS does not start; make one server block of the two, or give this one another zone or port',
  ]);
});

test('what a snippet brings into several server blocks is one mistake', () => {
  expect(found('(s) {\n cache 0\n}\na.test {\n import s\n}\nb.test {\n import s\n}')).toEqual(['2: cache-malformed']);
});

test('fails for braces in an option block once, and not for all that they bring about', () => {
  expect(found('. {\n kubernetes a.test {\n  cache {\n   disable denial a.test\n  }\n  ttl 30\n }\n}')).toEqual(['3: plugin-arguments']);
});

test('what a variable stands for is accepted, and so are options that a file brings', () => {
  expect(found('{$ZONE}:53 {\n {$PLUGIN}\n cache {$TTL} {\n  denial {$A} {$B}\n }\n reload {$R}\n kubernetes {$D}\n}')).toEqual([]);
  expect(found('. {\n health x:1 {\n  import y\n  lameduck\n }\n}')).toEqual([]);
});

test('a plugin of a custom build is accepted, and told once with its place', () => {
  const file = parse('. {\n lighthouse\n kubernetai cluster.local\n kubernetai cluster.local\n}');
  expect(startProblems(file)).toEqual([]);
  expect(foreignPlugins(file).map(({ token: { line }, message }) => `${line}: ${message}`)).toEqual([
    '2: lighthouse: it is no plugin of stock CoreDNS: an image that is not built with it does not start',
    '3: kubernetai: it is no plugin of stock CoreDNS: an image that is not built with it does not start',
    '4: kubernetai: it is no plugin of stock CoreDNS: an image that is not built with it does not start',
  ]);
  expect([hasForeignPlugin(file, file.blocks[0]), hasForeignPlugin(parse('. {\n whoami\n}'), parse('. {\n whoami\n}').blocks[0])]).toEqual([true, false]);
});
