import { App, Chart, Size, Testing } from 'cdk8s';
import { ManifestChecker, StatefulWorkload } from '../src';
import { manifest } from './checker/manifests';

const BROKEN = manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' });
const errors = (findings: any[]) => findings.filter(({ severity }) => severity === 'error').map(({ ruleId, file, line, column }) => ({ ruleId, file, line, column }));

test('a text is judged with places, under the name that it is given', () => {
  const checker = new ManifestChecker();
  expect(errors(checker.checkYaml(BROKEN))).toEqual([{ ruleId: 'governing-service-headless', file: '-', line: 8, column: 14 }]);
  expect(errors(checker.checkYaml(BROKEN, 'deploy.yaml'))).toEqual([{ ruleId: 'governing-service-headless', file: 'deploy.yaml', line: 8, column: 14 }]);
  expect(errors(checker.checkYaml(manifest()))).toEqual([]);
});

test('a text that cannot be read is a finding and no exception', () => {
  expect(errors(new ManifestChecker().checkYaml('a: b: c'))).toEqual([{ ruleId: 'yaml-syntax', file: '-', line: 1, column: 5 }]);
});

test('objects are judged without places, and left as they are', () => {
  const objects: any[] = [
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db', namespace: 'default' }, spec: { clusterIP: '10.0.0.7', publishNotReadyAddresses: true, selector: { app: 'db' }, ports: [{ port: 1 }] } },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, spec: { serviceName: 'db', selector: { matchLabels: { app: 'db' } }, template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'x:1' }] } } } },
  ];
  const before = JSON.stringify(objects);
  expect(errors(new ManifestChecker().checkObjects(objects))).toEqual([{ ruleId: 'governing-service-headless', file: undefined, line: undefined, column: undefined }]);
  expect(errors(new ManifestChecker().checkObjects([{ kind: 'List', items: objects }]))).toHaveLength(1);
  expect(JSON.stringify(objects)).toBe(before);
});

test('junk among the objects is passed over', () => {
  expect(new ManifestChecker().checkObjects([null, 3, 'x', [], {}, { kind: 5 }, { kind: '' }])).toEqual([]);
});

test('fails on what is no text and no list, and says what to write', () => {
  const checker = new ManifestChecker();
  expect(() => checker.checkYaml(undefined as any)).toThrow(new Error("checkYaml() was given undefined, which is no text; write checkYaml(readFileSync(file, 'utf8'))"));
  expect(() => checker.checkYaml(Buffer.from('a: 1') as any)).toThrow('checkYaml() was given a Buffer, which is no text');
  expect(() => checker.checkObjects({ kind: 'Service' } as any)).toThrow(new Error(
    'checkObjects() was given {"kind":"Service"}, which is no list of objects; write checkObjects([object]), or checkObjects(Testing.synth(chart))'));
  expect(() => checker.checkObjects(new Chart(new App(), 'test') as any)).toThrow('checkObjects() was given the Chart "test", which is no list of objects');
});

test('the output of a workload is judged as at synth', () => {
  const chart = new Chart(new App(), 'test', { namespace: 'prod' });
  const workload = new StatefulWorkload(chart, 'db', { replicas: 3, runAs: 1000 });
  workload.claim('data', { storage: Size.gibibytes(1) }).mount(workload.addContainer({ image: 'example.org/db:1', ports: [{ name: 'sql', number: 5432 }] }), '/data');
  const ids = (findings: readonly any[]) => findings.map(({ ruleId }) => ruleId).sort();
  expect(ids(new ManifestChecker().checkObjects(Testing.synth(chart)))).toEqual(ids(workload.findings));
});

test('version, world and disabled rules reach the rules', () => {
  const [, set] = manifest({ '          ports:': '          volumeMounts: [{name: gone, mountPath: /x}]\n          ports:' }).split('---\n');
  const findings = new ManifestChecker({ kubernetesVersion: '1.34', closedWorld: true, disable: ['pdb-present'] }).checkYaml(set);
  const found = (id: string) => findings.find(({ ruleId }) => ruleId === id);
  expect([found('mount-volume-exists')!.acknowledgeable, found('governing-service-exists')!.severity, found('pdb-present')]).toEqual([false, 'error', undefined]);
});

test('fails on leaving out what the API server of the version rejects, and keeps the finding', () => {
  const text = manifest({ '          ports:': '          volumeMounts: [{name: gone, mountPath: /x}]\n          ports:' });
  const left = (kubernetesVersion: string) => new ManifestChecker({ kubernetesVersion, disable: ['mount-volume-exists'] }).checkYaml(text)
    .filter(({ severity }) => severity === 'error').map(({ ruleId, path }) => `${ruleId} ${path}`);
  expect(left('1.28')).toEqual([]);
  expect(left('1.34')).toEqual(['acknowledgement disable[0]', 'mount-volume-exists spec.template.spec.containers[0].volumeMounts[0].name']);
});

test('the domain of the cluster decides which host names are in it', () => {
  const text = manifest({ '          ports:': '          args: [--join=db-0.db.prod.svc.corp.example]\n          ports:' });
  const domain = (clusterDomain?: string) => new ManifestChecker({ clusterDomain }).checkYaml(text).some(({ ruleId }) => ruleId === 'peer-list-domain');
  expect([domain(), domain('corp.example'), domain('corp.example.')]).toEqual([true, false, false]);
});

test.each([
  [{ kubernetesVersion: '2' }, "kubernetesVersion \"2\" is no version of Kubernetes from 1.27 on, so nobody knows what its API server accepts; write for example '1.31'"],
  [{ closedworld: true } as any, 'there is no property "closedworld", for example closedWorld; write any of kubernetesVersion, clusterDomain, closedWorld, disable'],
  [{ clusterDomain: 'a b' }, 'clusterDomain "a b" is no domain, and no name under it can resolve; write it as the kubelet has it, for example cluster.local'],
  [{ disable: ['pdb-presnt'] }, 'disable names pdb-presnt: there is no such rule, for example pdb-present'],
  [{ disable: 'pdb-present' as any, closedWorld: 1 as any }, 'disable "pdb-present" is no list of rule ids; write them in a list, for example [pdb-present]\nclosedWorld 1 is neither true nor false; write true or false'],
])('fails on %j', (props, message) => {
  expect(() => new ManifestChecker(props)).toThrow(message);
});
