import { existsSync, readFileSync } from 'fs';
import { dirname, join, relative } from 'path';

const SRC = join(__dirname, '..', '..', 'src');

/** Every module that a file loads, now or later, by its path below `src` or its name. */
function graph(file: string, seen = new Set<string>()): Set<string> {
  if (seen.size === seen.add(relative(SRC, file)).size) return seen;
  for (const [, type, name, required] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)';|require\('([^']+)'\)/gm)) {
    const target = name ?? required;
    if (type) continue;
    if (!target.startsWith('.')) seen.add(target);
    else graph([`${join(dirname(file), target)}.ts`, join(dirname(file), target, 'index.ts')].find((path) => existsSync(path))!, seen);
  }
  return seen;
}

const loaded = [...graph(join(SRC, 'cli/main.ts'))];

test('the program never loads cdk8s, whatever it is asked', () => {
  expect(loaded).toEqual(expect.arrayContaining(['checker/check.ts', 'cluster-dns/advise.ts']));
  expect(loaded.filter((name) => !name.endsWith('.ts')).sort()).toEqual(['commander', 'crypto', 'fs', 'js-yaml', 'path', 'picomatch', 'yaml']);
  const LAYERS = ['cli', 'checker', 'cluster-dns', 'rules', 'identity', 'manifests', 'corefile'];
  expect(loaded.filter((name) => name.endsWith('.ts') && !LAYERS.includes(name.split('/')[0]))).toEqual(['private/files.ts']);
});
