import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { inputs } from '../../src/cli/inputs';

let folder: string;
const found = (...paths: string[]) => inputs(paths.map((path) => join(folder, path))).map(({ file, problem }) => problem === undefined ? relative(folder, file) : `${relative(folder, file)}: ${problem.replace(folder, '')}`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inputs-'));
  const write = (file: string, text = 'kind: A\n') => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('b.yaml');
  write('a.yml');
  write('notes.txt');
  write('object.json', '{"kind": "A"}');
  write('settings.json', '{"compilerOptions": {}}');
  write('deep/er/c.YAML');
  write('.hidden/d.yaml');
  write('node_modules/e/f.yaml');
  mkdirSync(join(folder, 'empty'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder is its manifests by name, those below it too, without the affairs of tools', () => {
  expect(found('.')).toEqual(['a.yml', 'b.yaml', 'deep/er/c.YAML', 'object.json']);
});

test('a file that Kustomize knows by its name alone is among those of its folder', () => {
  for (const name of ['Kustomization', 'kustomization', 'my-Kustomization']) writeFileSync(join(folder, 'empty', name), 'resources: []\n');
  expect(found('empty')).toEqual(['empty/Kustomization']);
});

test('a file is read whatever its name', () => {
  expect(found('notes.txt')).toEqual(['notes.txt']);
});

test('a pattern that the shell left alone finds what it matches', () => {
  expect(found('**/*.{yaml,YAML}')).toEqual(['b.yaml', 'deep/er/c.YAML']);
  expect(found('[ab].y*ml')).toEqual(['a.yml', 'b.yaml']);
});

test('a file whose name looks like a pattern is that file', () => {
  writeFileSync(join(folder, '[x].yaml'), '');
  expect(found('[x].yaml')).toEqual(['[x].yaml']);
});

test('a file that is named twice is read once', () => {
  symlinkSync(join(folder, 'b.yaml'), join(folder, 'link.yaml'));
  expect(found('b.yaml', 'b.yaml', 'link.yaml', 'b*.yaml')).toEqual(['b.yaml']);
});

test('links that lead in circles end', () => {
  symlinkSync(folder, join(folder, 'deep', 'up'));
  symlinkSync('loop', join(folder, 'loop'));
  expect(found('deep')).toEqual(['deep/er/c.YAML', 'deep/up/a.yml', 'deep/up/b.yaml', 'deep/up/object.json'].slice(0, 4));
});

test('fails on what is not there, with the reason', () => {
  symlinkSync('loop', join(folder, 'loop'));
  expect(found('gone.yaml', 'no*.yaml', 'empty', 'loop')).toEqual([
    'gone.yaml: there is no such file or folder',
    'no*.yaml: the pattern matches no file',
    'empty: the folder holds no .yaml, .yml or .json file',
    'loop: the link leads to no file',
  ]);
});

test('fails on a link to nothing, an address and an empty path, with what may have been meant', () => {
  symlinkSync('gone', join(folder, 'link.yaml'));
  expect(found('link.yaml')).toEqual(['link.yaml: the link leads to no file']);
  expect(inputs(['https://example.org/x.yaml', '', ' '])).toEqual([
    { file: 'https://example.org/x.yaml', problem: 'this is an address, and nothing is read from the web; pipe it in: curl -fsS … | cdk8s-stateful check -' },
    { file: '', problem: 'the path is empty; a variable may hold nothing' },
    { file: ' ', problem: 'the path is empty; a variable may hold nothing' },
  ]);
});

test('fails on a pattern below a folder that is not there, and finds the rest', () => {
  expect(found('nope/**/*.yaml', 'b.yaml')).toEqual(['nope/**/*.yaml: the pattern matches no file: there is no folder /nope', 'b.yaml']);
});

test('- is stdin', () => {
  expect(inputs(['-', '-'])).toEqual([{ file: '-' }]);
});
