import { createHash } from 'crypto';
import { readFileSync } from 'fs';
import { join } from 'path';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const late = require('../../src/cli/late-crypto');

test('the stand-in gives the real createHash once it is asked', () => {
  expect(late.createHash).toBe(createHash);
});

test('the command asks for a hash and nothing else', () => {
  const source = readFileSync(join(__dirname, '../../src/checker/reports/sarif.ts'), 'utf8');
  expect(source).toContain('import { createHash } from \'crypto\';');
});
