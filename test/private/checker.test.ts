import { spawnSync } from 'child_process';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');

test('the library does not read the checker or its parser until somebody checks', () => {
  const probe = `
    const loaded = () => Object.keys(require.cache).some((file) => /src.checker|node_modules.js-yaml/.test(file));
    const { ManifestChecker } = require('./src');
    const before = loaded();
    new ManifestChecker().checkYaml('a: 1');
    console.log(before, loaded());`;
  const { stdout } = spawnSync(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', probe], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout).toBe('false true\n');
}, 60_000);
