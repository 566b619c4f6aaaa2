import { readFileSync } from 'fs';
import { join } from 'path';
import picomatch from 'picomatch';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const late = require('../../src/cli/late-picomatch');

test('the stand-in matches and scans as the library does', () => {
  expect(['a.yaml', '.a.yaml', 'a.txt'].map((name) => late('*.yaml', { dot: true })(name))).toEqual([true, true, false]);
  expect(late.scan('deploy/**/*.yaml')).toEqual(picomatch.scan('deploy/**/*.yaml'));
});

test('the command asks the library for nothing else', () => {
  const source = ['checker/suppressions.ts', 'cli/inputs.ts'].map((file) => readFileSync(join(__dirname, '../../src', file), 'utf8')).join('');
  expect(new Set([...source.matchAll(/picomatch\.(\w+)/g)].map(([, name]) => name))).toEqual(new Set(['scan']));
});
