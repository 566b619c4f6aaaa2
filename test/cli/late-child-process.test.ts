import { spawn } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const late = require('../../src/cli/late-child-process');

test('the stand-in gives the real spawn once it is asked', () => {
  expect(late.spawn).toBe(spawn);
});

test('commander asks its child_process for nothing else', () => {
  const source = readFileSync(join(__dirname, '../../node_modules/commander/lib/command.js'), 'utf8');
  expect(new Set([...source.matchAll(/childProcess\.(\w+)/g)].map(([, name]) => name))).toEqual(new Set(['spawn']));
});
