import { existsSync, readFileSync, readdirSync, statSync } from 'fs';
import { dirname, join, relative } from 'path';
import { ruleList } from '../scripts/rule-list';
import { RULES } from '../src/rules';

const ROOT = join(__dirname, '..');

/** The files below a folder whose names end so; none where there is no such folder. */
function files(dir: string, end: string): string[] {
  if (!existsSync(join(ROOT, dir))) return [];
  return readdirSync(join(ROOT, dir)).flatMap((name) => {
    const path = join(dir, name);
    if (name === 'node_modules') return [];
    return statSync(join(ROOT, path)).isDirectory() ? files(path, end) : name.endsWith(end) ? [path] : [];
  });
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const examples = readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/README.md`).filter((file) => existsSync(join(ROOT, file)));
const DOCS = [
  'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...files('docs', '.md'), ...examples,
  ...['bench', 'e2e', 'oracle'].flatMap((dir) => files(dir, '.md')),
];
const SOURCES = ['src', 'bench', 'e2e', 'oracle', 'scripts', 'examples'].flatMap((dir) => files(dir, '.ts'));

/** Folders of one machine, where they begin a path. */
const PLACES = /(?<![\w.:}>$)-])\/(work|root|home|Users|tmp|private|mnt)\/\S*/g;
/** Sources that say what runs in a pod, which has such a folder of its own. */
const OF_PODS = /^(e2e\/scenarios|oracle\/manifests\/rendering)\//;
/** Hosts of package registries, put together here so that this file names none. */
const REGISTRIES = new RegExp(`\\b(${[
  ['registry', 'npmjs', 'org'], ['registry', 'yarnpkg', 'com'], ['npm', 'pkg', 'github', 'com'], ['pypi', 'org'], ['repo1?', 'maven', '\\S*'], ['proxy', 'golang', 'org'],
].map((parts) => parts.join('\\.')).join('|')}|localhost:4873)\\b|\\b(${['arti-factory', 'verda-ccio', 'ne-xus'].map((word) => word.replace('-', '')).join('|')})\\b`, 'gi');
/** Written by `npm run build`, and so not there in a fresh checkout. */
const BUILT = ['API.md'];

/** The text without its code: what looks like a link there is none. */
function prose(file: string): string {
  return read(file).replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Anchors of the headings, as GitHub makes them. */
function anchors(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replace(/ /g, '-'));
}

test('docs/rules.md says what the rules say: run ts-node -P scripts/tsconfig.json scripts/rule-list.ts', () => {
  expect(read('docs/rules.md')).toBe(ruleList());
});

test('docs/rules.md has one row and one source for every rule', () => {
  const text = read('docs/rules.md');
  const rows = [...text.matchAll(/^\| `([a-z0-9-]+)` \| (?:error|warning|info)\b/gm)].map(([, id]) => id);
  const sources = [...text.matchAll(/^- `([a-z0-9-]+)`: \S/gm)].map(([, id]) => id);
  expect({ rows, sources }).toEqual({ rows: RULES.map(({ id }) => id), sources: RULES.map(({ id }) => id) });
});

/** Calls of `addContainer` in the TypeScript snippets of a document, as written. */
function containers(file: string): string[] {
  return [...read(file).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].flatMap(([, code]) => code.split(/\baddContainer\(/).slice(1));
}

test('every etcd container of the documentation that has args has its command too: the image has no entrypoint that they could follow', () => {
  const etcd = DOCS.flatMap(containers).filter((code) => /image: '[^']*\betcd\b/.test(code) && /\bargs: \[/.test(code));
  expect(etcd.length).toBeGreaterThan(0);
  expect(etcd.filter((code) => !code.includes("command: ['/usr/local/bin/etcd']"))).toEqual([]);
});

test('no source file names a path of one machine or a host of a package registry', () => {
  expect(SOURCES.length).toBeGreaterThan(100);
  const places = (file: string) => [...read(file).match(PLACES) ?? []].filter((place) => !(OF_PODS.test(file) && place.startsWith('/tmp/')));
  const named = SOURCES.flatMap((file) => [...places(file), ...read(file).match(REGISTRIES) ?? []].map((what) => `${file}: ${what}`));
  expect(named).toEqual([]);
});

test('the patterns find what they are for', () => {
  const registry = ['registry', 'npmjs', 'org'].join('.');
  expect(`see https://${registry}/x`.match(REGISTRIES)).toEqual([registry]);
  const place = ['', 'tmp', 'x'].join('/');
  expect(`in ${place} and in src${place}`.match(PLACES)).toEqual([place]);
});

describe.each(DOCS)('%s', (file) => {
  test('has links to files and headings that exist only', () => {
    const links = [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !/^[a-z]+:/.test(link));
    const broken = links.filter((link) => {
      const [path, anchor] = link.split('#');
      const target = path === '' ? file : relative(ROOT, join(ROOT, dirname(file), path));
      if (BUILT.includes(target)) return false;
      return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchors(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('names no path of one machine and no host of a package registry', () => {
    expect(read(file).match(PLACES)).toBeNull();
    expect(read(file).match(REGISTRIES)).toBeNull();
  });

  test('names only rules that exist', () => {
    const own = ['target', 'peer-template', 'bootstrap-range-unstated', 'bootstrap-size', 'autoscaler-derived', 'replicas-or-autoscale', 'acknowledgement', 'renders'];
    const scenarios: string[] = JSON.parse(read('docs/measured/cluster.json')).results.map(({ scenario }: { scenario: string }) => scenario);
    const known = new Set([...RULES.map(({ id }) => id), ...own, ...scenarios]);
    const prefixes = new Set([...known].map((id) => id.split('-')[0]).filter((prefix) => ['pdb', 'vct', 'sts', 'governing', 'headless', 'bootstrap'].includes(prefix)));
    const mentioned = [...read(file).matchAll(/[`'[]([a-z]+(?:-[a-z0-9]+)+)[`'\]]/g)].map(([, word]) => word);
    expect(mentioned.filter((word) => prefixes.has(word.split('-')[0]) && word.split('-').length > 1 && !known.has(word))).toEqual([]);
  });
});
