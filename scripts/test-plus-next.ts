/**
 * The same sources and tests against the cdk8s-plus that `cdk8s init` gives. The snapshots are the same files: what
 * nobody declared differently must be the same bytes on both.
 *
 * Arguments go to jest.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

const PUBLISHED = 'cdk8s-plus-28';
const NEXT = 'cdk8s-plus-33';
const ROOT = path.resolve(__dirname, '..');
const WORK = path.join(ROOT, 'node_modules/.cache/plus-next');
const MODULES = path.join(ROOT, 'node_modules');

function write(file: string, content: unknown): string {
  const target = path.join(WORK, file);
  fs.mkdirSync(WORK, { recursive: true });
  fs.writeFileSync(target, JSON.stringify(content, undefined, 2));
  return target;
}

function typecheckConfig(): string {
  return write('tsconfig.json', {
    extends: path.join(ROOT, 'test/tsconfig.json'),
    compilerOptions: {
      rootDir: ROOT,
      typeRoots: [path.join(MODULES, '@types')],
      paths: { [PUBLISHED]: [path.join(MODULES, NEXT)], 'cdk8s-stateful': [path.join(ROOT, 'src')] },
    },
    include: ['src', 'test'].map((dir) => path.join(ROOT, dir, '**/*.ts')),
  });
}

function jestConfig(): string {
  const { jest } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return write('jest.config.json', {
    ...jest,
    rootDir: ROOT,
    collectCoverage: false,
    // The report file is that of the run on the published version.
    reporters: ['default'],
    moduleNameMapper: { ...jest.moduleNameMapper, [`^${PUBLISHED}$`]: path.join(MODULES, NEXT) },
  });
}

/** Ends the process at the first failure. */
function step(title: string, bin: string, args: string[], minutes: number): void {
  console.log(`${title}: ${path.basename(bin)} ${args.join(' ')}`);
  const { status, error } = spawnSync(process.execPath, [require.resolve(bin), ...args], { cwd: ROOT, stdio: 'inherit', timeout: minutes * 60_000 });
  if (status === 0) return;
  console.error(`FAILED: ${title}${error ? `: ${error.message}` : ''}`);
  process.exit(status ?? 1);
}

const { version } = JSON.parse(fs.readFileSync(path.join(MODULES, NEXT, 'package.json'), 'utf8'));
console.log(`${PUBLISHED} replaced by ${NEXT} ${version}`);
step('type-check src and test', 'typescript/bin/tsc', ['--noEmit', '-p', typecheckConfig()], 5);
step('test', 'jest/bin/jest', ['--ci', '--config', jestConfig(), ...process.argv.slice(2)], 20);
console.log(`src and test hold on ${NEXT} ${version}`);
