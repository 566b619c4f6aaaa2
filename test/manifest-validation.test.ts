import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Validation, ValidationContext } from 'cdk8s-cli/plugins';
import { ManifestCheckerProps, ManifestValidation } from '../src';
import { manifest } from './checker/manifests';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'validation-')); });
afterEach(() => rmSync(folder, { recursive: true }));

async function validate(texts: Readonly<Record<string, string>>, props?: ManifestCheckerProps) {
  const files = Object.entries(texts).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const context = new ValidationContext(files, 'cdk8s-stateful', '1.2.3', { db: { path: 'my-app/db' } });
  const plugin: Validation = new ManifestValidation(props);
  await plugin.validate(context);
  return context.report;
}

test('errors fail the synth, with rule, place, construct and a way out', async () => {
  const report = await validate({ 'a.k8s.yaml': manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }) });
  expect(report.success).toBe(false);
  expect(report.toJson().violations.find(({ ruleName }) => ruleName === 'governing-service-headless (error)')).toEqual({
    ruleName: 'governing-service-headless (error)',
    recommendation: expect.stringContaining('is not headless'),
    fix: expect.stringMatching(/^set clusterIP: None.*\(https:.*docs\/rules\/governing-service-headless\.md\)$/),
    violatingConstructs: [{ resourceName: 'db', manifestPath: join(folder, 'a.k8s.yaml'), locations: ['Service spec.clusterIP (line 8, column 14)'], constructPath: 'my-app/db' }],
  });
});

test('warnings are reported and do not fail the synth; infos are left out', async () => {
  const report = await validate({ 'a.k8s.yaml': manifest() });
  expect(report.success).toBe(true);
  const { violations, summary } = report.toJson();
  expect(violations.map(({ ruleName }) => ruleName)).toContain('pdb-present (warning)');
  expect(violations.every(({ ruleName }) => ruleName.endsWith('(warning)'))).toBe(true);
  expect(summary).toMatchObject({ status: 'success', metadata: { errors: '0', warnings: String(violations.length) } });
});

test('all manifests of the app are one set of objects', async () => {
  const [service, set] = manifest().split('---\n');
  const report = await validate({ 'a.k8s.yaml': set, 'b.k8s.yaml': service }, { closedWorld: true });
  expect(report.success).toBe(true);
});

test('the properties of cdk8s.yaml reach the rules', async () => {
  const [, set] = manifest().split('---\n');
  expect((await validate({ 'a.k8s.yaml': set }, { closedWorld: true })).success).toBe(false);
  expect((await validate({ 'a.k8s.yaml': set }, { closedWorld: true, disable: ['governing-service-exists'] })).success).toBe(true);
});

test('fails on properties that are unknown or of the wrong type, all at once', () => {
  const properties: any = { kubernetesversion: '1.31', kubernetesVersion: 1.3, closedWorld: 'yes', clusterDomain: 5, disable: 'pdb-present' };
  expect(() => new ManifestValidation(properties)).toThrow(new Error([
    'the properties of ManifestValidation cannot be used:',
    '  there is no property "kubernetesversion", for example kubernetesVersion; write any of kubernetesVersion, clusterDomain, closedWorld, disable',
    "  kubernetesVersion 1.3 is no version of Kubernetes from 1.27 on, so nobody knows what its API server accepts; write for example '1.31'",
    '  closedWorld "yes" is neither true nor false; write true or false',
    '  clusterDomain 5 is no text; write it as the kubelet has it, for example cluster.local',
    '  disable "pdb-present" is no list of rule ids; write them in a list, for example [pdb-present]',
  ].join('\n')));
  expect(() => new ManifestValidation(['1.31'] as any)).toThrow('["1.31"] are no properties; write kubernetesVersion, clusterDomain, closedWorld, disable with a value each');
  expect(() => new ManifestValidation(null as any)).not.toThrow();
});

test('what is about a property goes to stderr, since the report is about manifests', async () => {
  const written: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => { written.push(String(text)); return true; });
  const report = await validate({ 'a.k8s.yaml': manifest() }, { kubernetesVersion: '1.40' }).finally(() => stderr.mockRestore());
  expect(written).toEqual([expect.stringMatching(/^info input-version: 1\.40 is newer than .+ it is held to reject what 1\.36 rejects.+\n$/)]);
  expect(report.success).toBe(true);
});
