import { manifest } from './manifests';
import { Check } from '../../src/checker/check';
import { DEFAULT_SETTINGS, Settings } from '../../src/checker/settings';
import type { Finding } from '../../src/rules/finding';

function check(texts: string | Readonly<Record<string, string>>, settings: Partial<Settings> = {}) {
  const run = new Check({ ...DEFAULT_SETTINGS, ...settings });
  for (const [file, text] of Object.entries(typeof texts === 'string' ? { 'x.yaml': texts } : texts)) run.add({ file, text });
  return run.run();
}

const line = ({ file, line: number, column, severity, ruleId, kind, namespace, name, path }: Finding) =>
  `${file}:${number}:${column} ${severity} ${ruleId} ${kind} ${namespace}/${name} ${path}`;
const errors = (texts: Parameters<typeof check>[0], settings: Partial<Settings> = {}) => check(texts, settings).findings.filter(({ severity }) => severity === 'error').map(line);

const closed = { target: { ...DEFAULT_SETTINGS.target, closedWorld: true } };
const at = (minor: number) => ({ target: { ...DEFAULT_SETTINGS.target, minor } });

test('a sound set has no error and no warning about what it names', () => {
  expect(errors(manifest())).toEqual([]);
  expect(check(manifest()).summary).toMatchObject({ files: 1, objects: 2, statefulSets: 1, errors: 0 });
});

test('a finding points at the value in its file', () => {
  expect(errors(manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }))).toEqual(['x.yaml:8:14 error governing-service-headless Service prod/db spec.clusterIP']);
});

test('a finding about a missing field points at the nearest field around it', () => {
  expect(errors(manifest({ '  clusterIP: None\n': '' }))).toEqual(['x.yaml:7:1 error governing-service-headless Service prod/db spec.clusterIP']);
});

test('a finding knows its line whatever ends the lines', () => {
  const { findings, lineOf } = check(`\uFEFF${manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }).replace(/\n/g, '\r\n')}`);
  const found = findings.find(({ ruleId }) => ruleId === 'governing-service-headless')!;
  expect([found.line, found.column, lineOf(found)]).toEqual([8, 14, '  clusterIP: 10.0.0.7']);
});

test('items of a List are found in their lines', () => {
  const text = `apiVersion: v1\nkind: List\nitems:\n${manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }).split('---\n')
    .map((document) => document.trimEnd().split('\n').map((written, i) => `${i === 0 ? '- ' : '  '}${written}`).join('\n')).join('\n')}\n`;
  expect(errors(text)).toEqual(['x.yaml:11:16 error governing-service-headless Service prod/db spec.clusterIP']);
});

test('what one file names may stand in another', () => {
  const [service, set] = manifest().split('---\n');
  const missing = (texts: Parameters<typeof check>[0]) => check(texts).findings.some(({ ruleId }) => ruleId === 'governing-service-exists');
  expect([missing(set), missing({ 'a.yaml': set, 'b.yaml': service })]).toEqual([true, false]);
});

test('what may stand outside is a warning, and an error in a closed world', () => {
  const [, set] = manifest().split('---\n');
  const severity = (settings: Partial<Settings>) => check(set, settings).findings.find(({ ruleId }) => ruleId === 'governing-service-exists')!.severity;
  expect([severity({}), severity(closed)]).toEqual(['warning', 'error']);
});

test('a Service in another namespace is no absence: an error of its own in any world', () => {
  const text = manifest({ 'namespace: prod': 'namespace: other' });
  for (const world of [{}, closed]) {
    const found = check(text, world).findings.filter(({ ruleId }) => ruleId.startsWith('governing-service'));
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['governing-service-namespace', 'error']]);
  }
});

test('an omitted namespace and `default` meet where both occur, as in an apply without a context', () => {
  const text = manifest({ 'namespace: prod': 'namespace: default', '  namespace: prod\n': '' });
  const { findings } = check(text);
  expect(findings.filter(({ ruleId }) => ruleId === 'governing-service-exists')).toEqual([]);
  expect(findings.filter(({ kind }) => kind === 'StatefulSet').map(({ namespace }) => namespace)).toContain('');
});

test('an omitted namespace is not `prod`, since nobody says so', () => {
  const text = manifest({ 'namespace: prod\n  labels: {app: db}\nspec:\n  serviceName': 'labels: {app: db}\nspec:\n  serviceName' });
  const found = check(text).findings.filter(({ ruleId }) => ruleId.startsWith('governing-service'));
  expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['governing-service-namespace', 'warning']]);
});

test('the version decides what the API server rejects', () => {
  const text = manifest({ '          ports:': '          volumeMounts: [{name: gone, mountPath: /x}]\n          ports:' });
  const acknowledgeable = (minor: number) => check(text, at(minor)).findings.find(({ ruleId }) => ruleId === 'mount-volume-exists')!.acknowledgeable;
  expect([acknowledgeable(28), acknowledgeable(34)]).toEqual([true, false]);
});

test('every finding names its page', () => {
  const { findings } = check(manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }));
  expect(findings.find(({ ruleId }) => ruleId === 'governing-service-headless')!.docsUrl)
    .toBe('https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/rules/governing-service-headless.md');
});

describe('acknowledgements in the annotation', () => {
  const ignoring = (...lines: string[]) => manifest({
    'clusterIP: None': 'clusterIP: 10.0.0.7',
    '  labels: {app: db}\nspec:\n  clusterIP': `  labels: {app: db}\n  annotations:\n    cdk8s-stateful.dev/ignore: |\n${lines.map((text) => `      ${text}\n`).join('')}spec:\n  clusterIP`,
  });

  test('take away what has a reason', () => {
    expect(errors(ignoring('governing-service-headless: a proxy in front'))).toEqual([]);
  });

  test('fail without a reason, and take nothing away', () => {
    expect(errors(ignoring('governing-service-headless'))).toEqual([
      'x.yaml:8:5 error acknowledgement Service prod/db metadata.annotations["cdk8s-stateful.dev/ignore"]',
      'x.yaml:11:14 error governing-service-headless Service prod/db spec.clusterIP',
    ]);
  });

  test('fail for a rule that does not exist, and name the nearest one', () => {
    const found = check(ignoring('governing-service-headles: typo')).findings.find(({ ruleId }) => ruleId === 'acknowledgement')!;
    expect(found.fix).toBe('write the id as the finding prints it, for example governing-service-headless');
  });

  test('fail for what the API server rejects', () => {
    const text = manifest({ 'name: db\n  namespace: prod\n  labels: {app: db}\nspec:\n  serviceName': 'name: DB\n  namespace: prod\n  annotations:\n    cdk8s-stateful.dev/ignore: "sts-name-dns-label: we like capitals"\n  labels: {app: db}\nspec:\n  serviceName' });
    expect(check(text).findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['acknowledgement', 'sts-name-dns-label']));
  });

  test('may name what only declarations report: our own output is clean', () => {
    expect(errors(ignoring('governing-service-headless: x', 'bootstrap-range-unstated: y'))).toEqual([]);
  });

  test('take a duplicate key away that stands in their object', () => {
    const twice = (annotation: string) => check(`kind: A\nmetadata:\n  annotations: {cdk8s-stateful.dev/ignore: '${annotation}'}\nx: 1\nx: 2\n`).findings.map(({ ruleId }) => ruleId);
    expect([twice('yaml-duplicate-key: generated'), twice('')]).toEqual([[], ['yaml-duplicate-key']]);
  });
});

test('a duplicate key is a warning at its place, with the object that it is in', () => {
  const { findings, unusable } = check(manifest({ 'replicas: 3': 'replicas: 3\n  replicas: 5' }));
  expect(findings.map(line)).toContain('x.yaml:23:3 warning yaml-duplicate-key StatefulSet prod/db ');
  expect(unusable).toBe(false);
});

test('a text that cannot be read is an error, and the run cannot be relied on', () => {
  const { findings, unusable } = check(`${manifest()}---\na: b: c\n`);
  expect(findings.map(line)).toContain('x.yaml:35:5 error yaml-syntax  / ');
  expect(unusable).toBe(true);
});

test('findings come in the order of files, lines and columns', () => {
  const broken = manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7', 'replicas: 3': 'replicas: 0' });
  const places = check({ 'b.yaml': broken, 'a.yaml': 'x: [\n' }).findings.map(({ file, line: number, column }) => [file === 'b.yaml' ? 0 : 1, number!, column!]);
  expect(places).toEqual([...places].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]));
  expect(places.length).toBeGreaterThan(2);
});

test('a run without any object says so, and one with an object beside other texts does not', () => {
  const said = (texts: Parameters<typeof check>[0]) => check(texts).findings.filter(({ ruleId }) => ruleId === 'input-without-objects').map(({ severity, file, line: number, message }) => [severity, file, number, message]);
  for (const text of ['', '# later\n', 'replicas: 3\n', '{"kind":}']) {
    expect(said(text)).toEqual([['warning', 'x.yaml', 1, 'the text holds no object of Kubernetes, with apiVersion and kind: nothing was judged']]);
  }
  expect(said({ 'a.yaml': '', 'b.yaml': 'a: 1\n' })).toEqual([['warning', 'a.yaml', 1, 'none of the 2 texts holds an object of Kubernetes, with apiVersion and kind: nothing was judged']]);
  expect([said({ 'a.yaml': '', 'b.yaml': manifest() }), said('a: b: c\n')]).toEqual([[], []]);
});

describe('a rule that is left out', () => {
  const without = (...ids: string[]) => ({ disabled: new Map(ids.map((id) => [id, { path: '--disable' }])) });
  const said = ({ findings }: ReturnType<typeof check>) => findings.filter(({ severity }) => severity === 'error').map(({ ruleId, path }) => `${ruleId} ${path}`);

  test('says nothing', () => {
    expect(errors(manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }), without('governing-service-headless'))).toEqual([]);
  });

  test('is silent where the API server accepts, and fails where the version rejects, with a finding about the setting', () => {
    const text = manifest({ '          ports:': '          volumeMounts: [{name: gone, mountPath: /x}]\n          ports:' });
    const left = (minor: number) => said(check(text, { ...at(minor), ...without('mount-volume-exists') }));
    expect(left(28)).toEqual([]);
    expect(left(34)).toEqual(['acknowledgement --disable', 'mount-volume-exists spec.template.spec.containers[0].volumeMounts[0].name']);
  });

  test('hides no text that cannot be read', () => {
    expect(said(check('a: b: c\n', without('yaml-syntax')))).toEqual(['acknowledgement --disable', 'yaml-syntax ']);
  });

  test('is not taken over by the rule about fields in general', () => {
    const text = manifest({ '      containers:': '      tolerations: [{key: a, operator: Exist}]\n      containers:' });
    expect(said(check(text, without('template-pod-valid')))).toEqual([]);
  });
});

test('a finding about a name in a text of several lines points at its line, in a ConfigMap too', () => {
  const text = manifest({
    '          ports:': '          args:\n            - |\n              exec server\n              --join db-0.db.prod.svc,\n              db-7.db.prod.svc\n          envFrom: [{configMapRef: {name: peers}}]\n          ports:',
  });
  const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: peers, namespace: prod}\ndata:\n  peers.txt: |\n    db-0.db.prod.svc\n    db-8.db.prod.svc\n';
  const run = new Check();
  run.add({ file: 'x.yaml', text });
  run.add({ file: 'y.yaml', text: configMap });
  const { findings, lineOf } = run.run();
  expect(findings.filter(({ ruleId }) => ruleId === 'peer-list-ordinals').map((finding) => lineOf(finding).slice(finding.column! - 1))).toEqual(['db-7.db.prod.svc', 'db-8.db.prod.svc']);
});

describe('a folder of Kustomize', () => {
  const judged = (kustomization: string, patch = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: {replicas: 5}\n') => {
    const run = new Check();
    for (const [file, text] of [['k8s/db.yaml', manifest()], ['k8s/kustomization.yaml', kustomization], ['k8s/replicas.yaml', patch]]) run.add({ file, text });
    return run.run();
  };
  const told = ({ findings }: ReturnType<typeof judged>) => findings.filter(({ severity, ruleId }) => severity === 'error' || ruleId === 'input-kustomization')
    .map((found) => `${found.file}:${found.line}:${found.column} ${found.severity} ${found.ruleId} ${found.kind}`.trim());
  const KUSTOMIZATION = 'kind: Kustomization\nresources: [db.yaml]\npatches: [{path: replicas.yaml}]\n';

  test('is judged without its patches, and an info leads to what is applied', () => {
    const result = judged(KUSTOMIZATION);
    expect(told(result)).toEqual(['k8s/kustomization.yaml:1:1 info input-kustomization Kustomization']);
    expect(result.findings.find(({ ruleId }) => ruleId === 'input-kustomization')!.fix).toBe('judge what is applied: kustomize build k8s | cdk8s-stateful check -');
    expect(result.summary).toMatchObject({ statefulSets: 1, files: 3 });
  });

  test('has all else judged as written', () => {
    const files = told(judged('resources: [db.yaml, replicas.yaml]\n')).map((each) => each.replace(/:.* (error|info) .*/, ' $1'));
    expect([...new Set(files)]).toEqual(['k8s/kustomization.yaml info', 'k8s/replicas.yaml error']);
  });

  test('says so unless its kustomization acknowledges it', () => {
    const accepted = "metadata: {annotations: {cdk8s-stateful.dev/ignore: 'input-kustomization: judged when built too'}}\n";
    expect(told(judged(`${KUSTOMIZATION}${accepted}`))).toEqual([]);
  });

  test('fails with a warning where nothing else is there: then nothing was judged', () => {
    const run = new Check();
    for (const [file, text] of [['k8s/kustomization.yaml', 'patches: [{path: replicas.yaml}]\n'], ['k8s/replicas.yaml', manifest()]]) run.add({ file, text });
    expect(run.run().findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`).sort()).toEqual(['info input-kustomization', 'warning input-without-objects']);
  });

  test('fails where a patch cannot be read', () => {
    expect(judged(KUSTOMIZATION, 'a: b: c').unusable).toBe(true);
  });
});
