import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { findConfig } from '../../src/cli/config-file';

test('the nearest file of settings from the folder upward counts, by its path from there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  try {
    mkdirSync(join(folder, 'a/b/c'), { recursive: true });
    expect(findConfig(join(folder, 'a/b/c'))).toBeUndefined();
    writeFileSync(join(folder, '.cdk8s-stateful.yaml'), '');
    expect(findConfig(join(folder, 'a/b/c'))).toBe('../../../.cdk8s-stateful.yaml');
    writeFileSync(join(folder, 'a/b/.cdk8s-stateful.yaml'), '');
    expect(findConfig(join(folder, 'a/b/c'))).toBe('../.cdk8s-stateful.yaml');
    expect(findConfig(join(folder, 'a/b'))).toBe('.cdk8s-stateful.yaml');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
