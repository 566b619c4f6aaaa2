import { existsSync, readFileSync, readdirSync, statSync } from 'fs';
import { dirname, join, relative } from 'path';
import { ruleList } from '../scripts/rule-list';
import { RULES } from '../src/rules';

const ROOT = join(__dirname, '..');

function markdown(dir: string): string[] {
  return readdirSync(join(ROOT, dir)).flatMap((name) => {
    const path = join(dir, name);
    return statSync(join(ROOT, path)).isDirectory() ? markdown(path) : name.endsWith('.md') ? [path] : [];
  });
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const examples = readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/README.md`).filter((file) => existsSync(join(ROOT, file)));
const DOCS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdown('docs'), ...examples];
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
    const text = read(file);
    expect(text.match(/(?<![\w.:}>-])\/(work|root|home|Users|tmp|private|mnt)\/\S*/g)).toBeNull();
    expect(text.match(/\b(registry\.npmjs\.org|registry\.yarnpkg\.com|npm\.pkg\.github\.com|pypi\.org|repo1?\.maven\.\S*|proxy\.golang\.org|localhost:4873)\b|\b(artifactory|verdaccio|nexus)\b/gi)).toBeNull();
  });

  test('names only rules that exist', () => {
    const own = ['target', 'peer-template', 'bootstrap-range-unstated', 'bootstrap-size', 'autoscaler-derived', 'replicas-or-autoscale', 'acknowledgement', 'renders'];
    const known = new Set([...RULES.map(({ id }) => id), ...own]);
    const prefixes = new Set([...known].map((id) => id.split('-')[0]).filter((prefix) => ['pdb', 'vct', 'sts', 'governing', 'headless', 'bootstrap'].includes(prefix)));
    const mentioned = [...read(file).matchAll(/[`'[]([a-z]+(?:-[a-z0-9]+)+)[`'\]]/g)].map(([, word]) => word);
    expect(mentioned.filter((word) => prefixes.has(word.split('-')[0]) && word.split('-').length > 1 && !known.has(word))).toEqual([]);
  });
});
