import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { yamlText } from '../../src/cluster-dns/yaml-text';
import { manifest } from '../checker/manifests';
import { kubeadm } from '../corefile/corefiles';

const ROOT = join(__dirname, '..', '..');
const SRC = join(ROOT, 'src');
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NODE = `"${process.execPath}" -r ts-node/register/transpile-only src/cli/main.ts`;
const sh = (line: string, input = '') => {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${line.replace('cdk8s-stateful', NODE)}`], { cwd: ROOT, input, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const CM = yamlText({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'coredns', namespace: 'kube-system' }, data: { Corefile: kubeadm('cache 30') } });
const PATCH = 'cdk8s-stateful corefile patch --platform kubeadm --kubernetes-version 1.31 --for redis.prod';

test('a ConfigMap is piped through', () => {
  const { status, stdout } = sh(`${PATCH} --format corefile -`, CM);
  expect([status, stdout]).toEqual([0, kubeadm('cache 30 {\n       disable success redis.prod.svc.cluster.local\n       disable denial redis.prod.svc.cluster.local\n    }')]);
}, 30_000);

test('files are written to a folder, and nothing on a refusal', () => {
  expect(sh(`${PATCH} --out ${join(folder, 'out')} -`, CM)).toMatchObject({ status: 0, stdout: '' });
  expect(readdirSync(join(folder, 'out'))).toEqual(['coredns.yaml']);
  writeFileSync(join(folder, 'env'), kubeadm('cache {$TTL}'));
  expect(sh(`${PATCH} --out ${join(folder, 'refused')} ${join(folder, 'env')}`)).toMatchObject({ status: 1, stdout: '' });
  expect(readdirSync(folder)).not.toContain('refused');
}, 30_000);

test('a reader that stops early is no error', () => {
  const many = Array.from({ length: 3000 }, (_, at) => `--for s${at}.prod`).join(' ');
  const { status, stderr } = sh(`{ ${PATCH} ${many} --format corefile -; echo "status $?" >&2; } | head -c 10 >/dev/null`, CM);
  expect(status).toBe(0);
  expect(stderr).not.toContain('EPIPE');
  expect(stderr).toMatch(/status 0\n$/);
}, 60_000);

test('fails with 2 for an empty standard input', () => {
  expect(sh('cdk8s-stateful corefile explain -')).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/^unusable: standard input: the input is empty; give what/) });
}, 30_000);

test('neither cdk8s nor a rule is loaded', () => {
  const probe = 'require(\'./src/cli/main.ts\'); console.log(Object.keys(require.cache).filter((file) => /node_modules.(cdk8s|constructs)|src.rules/.test(file)).join())';
  const { stdout } = spawnSync(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', probe], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout).toBe('\n');
}, 30_000);

test('manifests are judged: 0 without errors, 1 with errors, 2 for what cannot be used', () => {
  expect(sh('cdk8s-stateful check -', manifest())).toMatchObject({ status: 0, stdout: expect.stringContaining('1 StatefulSet among 2 objects') });
  expect(sh('cdk8s-stateful check -', manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }))).toMatchObject({ status: 1, stdout: expect.stringContaining('error governing-service-headless') });
  expect(sh('cdk8s-stateful check --format xml -')).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/^error: --format xml is none of text, json/) });
}, 60_000);

test('help waits for no rule and no parser: what the program loads at once is commander and its own arguments', () => {
  const eager = new Set<string>();
  const visit = (file: string) => {
    for (const [, name] of readFileSync(join(SRC, 'cli', file), 'utf8').matchAll(/^import (?!type)[^;]*from '([^']+)';/gm)) {
      if (eager.size !== eager.add(name).size && name.startsWith('.')) visit(`${name}.ts`);
    }
  };
  visit('main.ts');
  expect([...eager].sort()).toEqual(['../private/files', './check', './output', './program', './rules', './terminal', 'commander', 'fs', 'path']);
});
