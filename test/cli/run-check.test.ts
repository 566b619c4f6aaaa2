import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { CheckArguments, explain, runCheck } from '../../src/cli/run-check';
import { manifest } from '../checker/manifests';

let folder: string;
let written: string;
const before = process.cwd();

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'check-')));
  process.chdir(folder);
  written = '';
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const out = (text: string) => { written += text; };
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return name;
};
const run = async (args: Partial<CheckArguments>) => ({ code: await runCheck({ paths: ['x.yaml'], format: 'json', minSeverity: 'info', ...args }, out), ...JSON.parse(written || '{}') });
const ids = (findings: any[]) => findings.map(({ ruleId }) => ruleId);

const BROKEN = manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' });

test('the exit code is 0 without errors, 1 with errors, 2 for what cannot be read', async () => {
  file('x.yaml', manifest());
  expect((await run({})).code).toBe(0);
  written = '';
  file('x.yaml', BROKEN);
  expect((await run({})).code).toBe(1);
  written = '';
  file('y.yaml', 'a: b: c\n');
  expect((await run({ paths: ['x.yaml', 'y.yaml'] })).code).toBe(2);
});

test('what is hidden by --min-severity still decides the exit code and the summary', async () => {
  file('x.yaml', BROKEN);
  const { code, findings, summary } = await run({ minSeverity: 'error' });
  expect([code, ids(findings), summary.infos > 0]).toEqual([1, ['governing-service-headless'], true]);
});

test('--disable, --kubernetes-version and --closed-world reach the rules', async () => {
  const [, set] = BROKEN.split('---\n');
  file('x.yaml', set);
  const { findings } = await run({ disable: ['pdb-present'], closedWorld: true, kubernetesVersion: '1.36' });
  expect(ids(findings)).not.toContain('pdb-present');
  expect(findings.find(({ ruleId }: any) => ruleId === 'governing-service-exists').severity).toBe('error');
});

test('fails on --disable of what the API server rejects, which stays', async () => {
  file('x.yaml', manifest({ 'kind: StatefulSet\nmetadata:\n  name: db': 'kind: StatefulSet\nmetadata:\n  name: DB' }));
  const { code, findings } = await run({ disable: ['sts-name-dns-label'], minSeverity: 'error' });
  expect([code, ids(findings)]).toEqual([1, ['acknowledgement', 'sts-name-dns-label']]);
  expect(findings[0]).toMatchObject({
    path: '--disable',
    message: 'sts-name-dns-label reports what cannot be applied to 1.28 as it stands: no reason makes it work',
    fix: 'correct what sts-name-dns-label names, and take it out of --disable',
  });
});

test('settings of a file above the working directory count, and arguments before them', async () => {
  file('.cdk8s-stateful.yaml', 'closedWorld: true\ndisable: [pdb-present]\n');
  const [, set] = BROKEN.split('---\n');
  file('x.yaml', set);
  const { findings } = await run({ disable: ['readiness-probe-present'] });
  expect(ids(findings)).not.toContain('pdb-present');
  expect(ids(findings)).not.toContain('readiness-probe-present');
  expect(findings.find(({ ruleId }: any) => ruleId === 'governing-service-exists').severity).toBe('error');
});

test.each([
  ['binary rubbish', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'input-not-text'],
  ['UTF-16', Buffer.from('\uFEFFkind: A\n', 'utf16le'), 'input-not-text'],
  ['a template', 'kind: {{ .x }}\n', 'yaml-template'],
])('fails with 2 and a finding on %s', async (_, content, id) => {
  file('x.yaml', content);
  const { code, findings } = await run({});
  expect([code, ids(findings)]).toEqual([2, [id]]);
});

test('fails with 2 and a finding on files that are not there, and judges the others', async () => {
  file('x.yaml', BROKEN);
  const { code, findings } = await run({ paths: ['gone.yaml', 'x.yaml'] });
  expect([code, ids(findings).slice(0, 2)]).toEqual([2, ['input-unreadable', 'governing-service-headless']]);
});

test.each<[Partial<CheckArguments>, string]>([
  [{ paths: [] }, 'nothing to check: name files, folders or globs, or - for stdin'],
  [{ format: 'xml' }, '--format xml is none of text, json, sarif, github, junit'],
  [{ minSeverity: 'fatal' }, '--min-severity fatal is none of error, warning, info'],
  [{ kubernetesVersion: '2.0' }, '--kubernetes-version 2.0 is no version of Kubernetes from 1.27 on; write for example 1.31'],
  [{ disable: ['pdb-presnt'] }, '--disable pdb-presnt: there is no such rule, for example pdb-present; cdk8s-stateful rules lists all of them'],
  [{ config: 'gone' }, '--config gone: there is no such file or folder'],
  [{ config: '.' }, '--config .: it is a folder, where a file is wanted'],
])('fails on %j, and writes nothing', async (args, message) => {
  file('x.yaml', BROKEN);
  await expect(run(args)).rejects.toThrow(message);
  expect(written).toBe('');
});

test('fails on settings that cannot be followed, with their places', async () => {
  file('x.yaml', BROKEN);
  file('c.yaml', 'closedWorld: maybe\n');
  await expect(run({ config: 'c.yaml' })).rejects.toThrow('c.yaml:1:14 closedWorld: "maybe" is neither true nor false; write true or false');
});

test('a rule is explained with severity, verdict of the API server, invariant, its page, source and address', () => {
  expect(explain('mount-volume-exists', '1.34', out)).toBe(0);
  const parts = ['mount-volume-exists (error; the API server of 1.34 rejects a violation)\n\nevery volume mount and volume device names a pod volume or a claim template\n\n## Why\n\n',
    '\n## Incorrect\n\n```yaml\n', '\n## Correct\n\n```yaml\n', '\n## When to turn it off\n', 'source: kubernetes v1.36.3',
    'page:   https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/rules/mount-volume-exists.md\n'];
  const places = parts.map((part) => written.indexOf(part));
  expect(places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1))).toBe(true);
  expect(written).not.toContain('<!--');
});

test('links of a page lead out of the package, which has no guides', () => {
  explain('pdb-present', undefined, out);
  expect(written).toContain('[How](https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/guides/findings.md#acknowledging)');
});

test('of what is about a text the API server has no verdict', () => {
  explain('yaml-syntax', undefined, out);
  expect(written).toContain('yaml-syntax (error)\n\nevery document is YAML that kubectl reads\n\nsource:');
});

test('fails to explain a rule that does not exist, and names the nearest one', () => {
  expect(() => explain('mount-volume-exist', undefined, out)).toThrow('there is no rule mount-volume-exist, for example mount-volume-exists; cdk8s-stateful rules lists all of them');
});
