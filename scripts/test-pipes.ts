/**
 * check behind real renderers: Helm and Kustomize, built from their Go modules; then every command of the guide about CI
 * and of the pre-commit hook, in a repository that has what they name.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { parse } from 'yaml';
import { goBinary } from '../e2e/build/go-binary';
import { HELM, KUSTOMIZE } from '../e2e/build/programs';
import { manifest } from '../test/checker/manifests';

const ROOT = path.resolve(__dirname, '..');
const OURS = path.join(ROOT, 'bin', 'cdk8s-stateful');
const GUIDES = ['docs/guides/ci.md', 'docs/guides/checking.md'];

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

let folder: string;
let failed = 0;

function write(file: string, text: string): void {
  fs.mkdirSync(path.join(folder, file, '..'), { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
}

/** Runs a line of a guide in the repository. */
function bash(line: string): Outcome {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${path.join(folder, '.bin')}${path.delimiter}${process.env.PATH}`, NO_COLOR: '1' },
  });
  return { code: status, output: stdout + stderr };
}

function expect(title: string, line: string, code: number, ...texts: readonly (string | RegExp)[]): void {
  const found = bash(line);
  const missing = texts.filter((text) => typeof text === 'string' ? !found.output.includes(text) : !text.test(found.output));
  const passed = found.code === code && missing.length === 0;
  if (!passed) failed++;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${title}: ${line}`);
  if (!passed) console.log(`  exit code ${found.code}, not ${code}; without ${missing.join(', ') || 'nothing'}\n${found.output.slice(0, 2000)}`);
}

/** What the guides name: manifests, a chart, overlays; and the programs, by their names. */
function prepare(): void {
  fs.mkdirSync(path.join(folder, '.bin'), { recursive: true });
  for (const [name, program] of [['helm', goBinary(HELM)], ['kustomize', goBinary(KUSTOMIZE)]] as const) fs.symlinkSync(program, path.join(folder, '.bin', name));
  write('.bin/cdk8s-stateful', `#!/bin/sh\nexec '${process.execPath}' '${OURS}' "$@"\n`);
  write('.bin/npx', '#!/bin/sh\nexec "$@"\n');
  for (const name of ['cdk8s-stateful', 'npx']) fs.chmodSync(path.join(folder, '.bin', name), 0o755);
  const [service, set] = manifest().split('---\n');
  for (const base of ['deploy', 'dist', 'base']) {
    write(`${base}/service.yaml`, service);
    write(`${base}/set.yaml`, set);
  }
  write('base/kustomization.yaml', 'resources: [service.yaml, set.yaml]\n');
  const overlay = (up: string) => `resources: [${up}base]\nnamespace: shop\nnamePrefix: prod-\n`;
  write('overlays/prod/kustomization.yaml', overlay('../../'));
  for (const app of ['one', 'two']) write(`apps/${app}/overlays/prod/kustomization.yaml`, overlay('../../../../'));
  write('chart/Chart.yaml', 'apiVersion: v2\nname: db\nversion: 0.1.0\n');
  write('chart/values.yaml', 'replicas: 3\nheadless: true\n');
  const template = manifest({ 'clusterIP: None': 'clusterIP: {{ if .Values.headless }}None{{ else }}10.0.0.7{{ end }}', 'replicas: 3': 'replicas: {{ .Values.replicas }}' })
    .replace(/namespace: prod/g, 'namespace: {{ .Release.Namespace }}').replace(/name: db$/gm, 'name: {{ .Release.Name }}-db').replace('serviceName: db', 'serviceName: {{ .Release.Name }}-db');
  write('chart/templates/db.yaml', template);
  write('chart/templates/NOTES.txt', '1. Nothing to see here: {{ .Release.Name }}\n');
}

/** Commands of the guides that call us; templates of places are left to the reader. */
function commands(file: string): string[] {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
  const blocks = [...text.matchAll(/^```(?:yaml|sh)\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
  return blocks.flatMap((block) => {
    const pipefail = block.includes('pipefail') ? 'set -o pipefail; ' : '';
    return block.split('\n').filter((line) => line.includes('npx cdk8s-stateful')).map((line) => pipefail + line.replace(/^\s*(?:- )?(?:run: )?/, ''));
  });
}

function main(): number {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pipes-'));
  try {
    prepare();
    expect('a sound chart', 'helm template r chart -n shop | npx cdk8s-stateful check -', 0, '0 errors', '1 StatefulSet among 2 objects');
    expect('a chart with values that break it', 'helm template r chart --set headless=false | npx cdk8s-stateful check -', 1, 'error governing-service-headless Service default/r-db:', 'clusterIP: 10.0.0.7');
    expect('the chart itself is a template', 'npx cdk8s-stateful check chart', 2, 'chart/templates/db.yaml:4:9 error yaml-template', 'helm template RELEASE CHART');
    expect('a renderer that fails', 'helm template r gone | npx cdk8s-stateful check -', 2, 'nothing came through stdin');
    expect('an overlay keeps the Service of its set', 'kustomize build overlays/prod | npx cdk8s-stateful check - --closed-world --min-severity error', 0, '0 errors');
    expect('an overlay that breaks it', 'cd overlays/prod && kustomize edit add patch --kind Service --patch \'[{"op":"replace","path":"/spec/clusterIP","value":"10.0.0.7"}]\' && cd ../.. && kustomize build overlays/prod | npx cdk8s-stateful check -', 1,
      'error governing-service-headless Service shop/prod-db');
    write('overlays/prod/kustomization.yaml', 'resources: [../../base]\n');
    write('twice/x.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: ClusterIP, type: NodePort, ports: [{port: 1}]}\n');
    write('twice/kustomization.yaml', 'resources: [x.yaml]\n');
    expect('Kustomize refuses a key that stands twice, as our finding says', 'kustomize build twice', 1, 'already defined');
    expect('and so do we say', 'npx cdk8s-stateful check twice/x.yaml', 0, 'yaml-duplicate-key', 'Kustomize refuses the file');

    for (const guide of GUIDES) for (const line of commands(guide)) expect(guide, line, 0);
    expect('SARIF is JSON', 'node -e "const {runs:[{results}]} = JSON.parse(require(\'fs\').readFileSync(\'findings.sarif\')); if (!results.every(r => r.locations[0].physicalLocation.artifactLocation.uri.startsWith(\'deploy/\'))) process.exit(1)"', 0);
    expect('JUnit is XML with a failure for each error', 'sed -i s/None/10.0.0.7/ deploy/service.yaml; npx cdk8s-stateful check deploy --format junit', 1, /<testsuites [^>]*failures="1"/);
    const [{ entry }] = parse(fs.readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    expect('the pre-commit hook', `${entry} deploy/set.yaml deploy/service.yaml`, 1, 'deploy/service.yaml:8:14 error governing-service-headless');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  console.log(failed === 0 ? 'all passed' : `${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = main();
