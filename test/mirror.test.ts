import { existsSync, readFileSync, readdirSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..');
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).sort();

/** Files that have no law of their own: lists, types, options that the tests of their construct assert, and the process itself. */
const WITHOUT = [
  'checker/index.ts', 'checker/input-problem.ts', 'checker/reports/index.ts', 'checker/settings.ts', 'cli/usage-error.ts',
  'cli/corefile-command.ts', 'cli/terminal.ts', 'cluster-dns/advice.ts', 'cluster-dns/delivery/corefile.ts', 'cluster-dns/delivery/rendered.ts', 'cluster-dns/platform.ts',
  'core-dns-patch-props.ts', 'corefile/cst.ts', 'identity/watch.ts', 'private/dns-engine.ts', 'private/judgement.ts', 'private/problem.ts', 'rules/dns-rules.ts', 'rules/access-modes.ts', 'rules/container-ports.ts', 'rules/disruption-rules.ts', 'rules/engine.ts', 'rules/fields/autoscaler.ts', 'rules/fields/claim.ts', 'rules/fields/configuration.ts', 'rules/fields/container.ts', 'rules/fields/kinds.ts', 'rules/fields/known.ts', 'rules/fields/metadata.ts', 'rules/fields/policies.ts', 'rules/fields/scheduling.ts',
  'rules/fields/service.ts', 'rules/fields/shape.ts', 'rules/fields/stateful-set.ts', 'rules/fields/storage-class.ts', 'rules/fields/volumes.ts', 'rules/finding.ts', 'rules/identity-rules.ts',
  'rules/ordering-rules.ts', 'rules/pod-rules.ts', 'rules/rule.ts', 'rules/storage-rules.ts', 'stateful-workload-props.ts',
];

test('every source file has a test of its own path', () => {
  const missing = sources.filter((path) => !WITHOUT.includes(path.split('\\').join('/')) && !existsSync(join(ROOT, 'test', path.replace(/\.ts$/, '.test.ts'))));
  expect(missing).toEqual([]);
  expect(WITHOUT.filter((path) => !sources.includes(path))).toEqual([]);
});

test('no public file exports a function or a constant: other languages would not see it', () => {
  const listed = [...readFileSync(join(ROOT, 'src/index.ts'), 'utf8').matchAll(/from '\.\/(.+)'/g)].map(([, path]) => `${path}.ts`);
  expect(listed.length).toBeGreaterThan(10);
  expect(listed.filter((path) => /^export (const|let|function|async function|default|type)\b/m.test(readFileSync(join(ROOT, 'src', path), 'utf8')))).toEqual([]);
});
