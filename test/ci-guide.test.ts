import { execFileSync } from 'child_process';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { Command } from 'commander';
import { parse, parseAllDocuments } from 'yaml';
import { addCheck } from '../src/cli/check';
import { RULES } from '../src/rules';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const blocks = (file: string, language: string) => [...read(file).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block]) => block);
const GUIDES = ['docs/guides/ci.md', 'docs/guides/checking.md'];
/** Every call of the guides, up to a pipe or a redirection. */
const calls = [...GUIDES.flatMap((file) => [...blocks(file, 'yaml'), ...blocks(file, 'sh')]), read('.pre-commit-hooks.yaml')]
  .flatMap((block) => [...block.matchAll(/npx cdk8s-stateful check\b([^\n|>]*)/g)].map(([, words]) => words.trim().split(/\s+/).filter(Boolean)));

const program = new Command();
addCheck(program, () => undefined, () => undefined);
const [check] = program.commands;

test('every YAML block of the guides is YAML', () => {
  const all = GUIDES.flatMap((file) => blocks(file, 'yaml'));
  expect(all.length).toBeGreaterThan(5);
  for (const block of all) expect(parseAllDocuments(block).flatMap((document) => (document as any).errors)).toEqual([]);
});

test('every call in the guides and in the hook of pre-commit has options that exist, with values that are taken', () => {
  expect(calls.length).toBeGreaterThan(8);
  const options = calls.flat().filter((word) => word.startsWith('--'));
  expect(options.filter((word) => !check.options.some(({ long }) => long === word))).toEqual([]);
  const formats = calls.flatMap((words) => words.filter((_, i) => words[i - 1] === '--format'));
  expect([...new Set(formats)].sort()).toEqual(['github', 'json', 'junit', 'sarif']);
});

test('jobs run their steps: those of GitHub are a list, that of GitLab a script and reports', () => {
  const [github, scanning, gitlab] = blocks('docs/guides/ci.md', 'yaml').map((block) => parse(block));
  expect(github.map(({ uses, run }: any) => uses ?? run)).toEqual(['actions/setup-node@v4', 'npx cdk8s-stateful check deploy/ --format github']);
  expect(scanning.steps.at(-1)).toMatchObject({ uses: expect.stringContaining('upload-sarif'), if: 'always()', with: { sarif_file: 'findings.sarif' } });
  expect(scanning.permissions).toEqual({ 'security-events': 'write' });
  expect(gitlab['check-manifests']).toMatchObject({ artifacts: { when: 'always', reports: { junit: 'findings.xml' } } });
  expect(gitlab['check-manifests'].script.at(-1)).toContain('> findings.xml');
});

test('the hook of pre-commit has what pre-commit asks for, and the guide names it', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'));
  expect(hook).toMatchObject({ id: 'cdk8s-stateful', entry: 'npx cdk8s-stateful check', language: 'system', types_or: ['yaml', 'json'], require_serial: true });
  const used = blocks('docs/guides/ci.md', 'yaml').map((block) => parse(block)).find((block) => block.repos);
  expect(used.repos[0].hooks[0].id).toBe(hook.id);
});

test('the npm package carries the page of every rule, and nothing else of the documentation', () => {
  const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const docs = files.map(({ path }: { path: string }) => path).filter((path: string) => path.startsWith('docs/')).sort();
  expect(docs).toEqual(RULES.map(({ id }) => `docs/rules/${id}.md`).sort());
  expect(docs.every((path: string) => existsSync(join(ROOT, path)))).toBe(true);
}, 60_000);
