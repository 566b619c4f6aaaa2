import { manifest } from './manifests';
import { Check } from '../../src/checker/check';
import { ConfigError, readConfig } from '../../src/checker/config';

const FILE = '.cdk8s-stateful.yaml';
const BROKEN = manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' });

function check(config: string, text = BROKEN, file = 'deploy/x.yaml') {
  const run = new Check(readConfig(FILE, config));
  run.add({ file, text });
  return run.run().findings.filter(({ severity }) => severity === 'error').map(({ file: of, line, column, ruleId }) => `${of}:${line}:${column} ${ruleId}`);
}

const HEADLESS = 'deploy/x.yaml:8:14 governing-service-headless';

test('every setting is read', () => {
  const settings = readConfig(FILE, `kubernetesVersion: '1.31'
clusterDomain: corp.example
closedWorld: true
disable: [pdb-present]
severities: {replicas-zero: error}
suppressions:
  - {rule: pdb-present, reason: a test, kind: StatefulSet, namespace: prod, name: db, file: deploy/**}
`);
  expect({ ...settings, disabled: [...settings.disabled], severities: [...settings.severities] }).toEqual({
    target: { minor: 31, clusterDomain: 'corp.example', closedWorld: true },
    disabled: [['pdb-present', { path: 'disable[0]', file: FILE, line: 4, column: 11 }]],
    severities: [['replicas-zero', 'error']],
    suppressions: [{
      rule: 'pdb-present', reason: 'a test', kind: 'StatefulSet', namespace: 'prod', name: 'db', file: 'deploy/**', at: { path: 'suppressions[0]', file: FILE, line: 7, column: 5 },
    }],
    findings: [],
  });
});

test('an empty file changes nothing', () => {
  expect(check('# nothing yet\n')).toEqual([HEADLESS]);
});

test.each([
  ['kind: Service', []],
  ['name: db', []],
  ['namespace: prod', []],
  ['file: deploy/**', []],
  ["file: '*.yaml'", []],
  ['kind: StatefulSet', [HEADLESS]],
  ['name: other', [HEADLESS]],
  ['file: other/**', [HEADLESS]],
])('a suppression narrowed down by %s leaves %j', (narrowing, left) => {
  expect(check(`suppressions:\n- rule: governing-service-headless\n  reason: a proxy in front\n  ${narrowing}\n`)).toEqual(left);
});

test('a severity of its own takes the place of the rule’s', () => {
  expect(check('severities: {governing-service-headless: warning}')).toEqual([]);
});

test('fails on a suppression without a reason, and suppresses nothing', () => {
  expect(check('suppressions:\n- rule: governing-service-headless\n- rule: governing-service-headless\n  reason: " "\n')).toEqual([
    `${FILE}:2:3 acknowledgement`, `${FILE}:4:11 acknowledgement`, HEADLESS,
  ]);
});

test('fails on rules that do not exist, wherever they are named', () => {
  expect(check('disable: [gone]\nseverities: {away: error}\nsuppressions: [{rule: lost, reason: x}]\n', manifest())).toEqual([
    `${FILE}:1:11 acknowledgement`, `${FILE}:2:20 acknowledgement`, `${FILE}:3:23 acknowledgement`,
  ]);
});

test('fails on a suppression of what the API server rejects, and keeps the finding', () => {
  const text = manifest({ 'kind: StatefulSet\nmetadata:\n  name: db': 'kind: StatefulSet\nmetadata:\n  name: DB' });
  expect(check('suppressions: [{rule: sts-name-dns-label, reason: x}]', text)).toEqual([`${FILE}:1:16 acknowledgement`, expect.stringContaining('sts-name-dns-label')]);
});

test('fails on leaving out what the API server rejects, and keeps the finding', () => {
  const text = manifest({ 'kind: StatefulSet\nmetadata:\n  name: db': 'kind: StatefulSet\nmetadata:\n  name: DB' });
  expect(check('disable: [pdb-present, sts-name-dns-label]', text)).toEqual([`${FILE}:1:24 acknowledgement`, expect.stringContaining('sts-name-dns-label')]);
});

test('a suppression that hides nothing is told as an info, and one that hides something beside another is not', () => {
  const run = new Check(readConfig(FILE, 'suppressions:\n- {rule: governing-service-headless, reason: x}\n- {rule: governing-service-headless, reason: x, name: db}\n- {rule: governing-service-headless, reason: x, name: dv}\n'));
  run.add({ file: 'x.yaml', text: BROKEN });
  const about = run.run().findings.filter(({ ruleId }) => ruleId === 'acknowledgement');
  expect(about.map(({ severity, line, message }) => [severity, line, message])).toEqual([
    ['info', 4, 'no finding of governing-service-headless is where this suppression says: it hides nothing'],
  ]);
});

test('a severity does not hide what the API server rejects', () => {
  const text = manifest({ 'kind: StatefulSet\nmetadata:\n  name: db': 'kind: StatefulSet\nmetadata:\n  name: DB' });
  expect(check('severities: {sts-name-dns-label: info}', text)).toEqual([expect.stringContaining('sts-name-dns-label')]);
});

test('fails on everything that cannot be followed, at once and with places', () => {
  const config = 'kubernetesVersion: 1.30\nclosedworld: true\nclosedWorld: 1\ndisable: pdb-present\nseverities: {replicas-zero: fatal}\nsuppressions:\n- reason: x\n- {rule: pdb-present, reason: x, path: y}\n';
  expect(() => readConfig(FILE, config)).toThrow(ConfigError);
  expect(() => readConfig(FILE, config)).toThrow(new ConfigError([
    `${FILE}:2:14 closedworld: there is no setting "closedworld", for example closedWorld; write one of kubernetesVersion, clusterDomain, closedWorld, disable, severities, suppressions`,
    `${FILE}:1:20 kubernetesVersion: 1.3 is no version of Kubernetes from 1.27 on; write it in quotes, for example '1.31'`,
    `${FILE}:3:14 closedWorld: 1 is neither true nor false; write true or false`,
    `${FILE}:4:10 disable: this is no list of rule ids; write one id a line, each behind a dash`,
    `${FILE}:5:29 severities["replicas-zero"]: "fatal" is no severity; write error, warning, info`,
    `${FILE}:7:3 suppressions[0]: this suppression names no rule; write "rule: <id>" as the finding prints it`,
    `${FILE}:8:40 suppressions[1].path: "path" narrows nothing down, or is no text; write rule, reason, and any of kind, namespace, name, file`,
  ].join('\n')));
});

test.each([['a: b: c\n', /:1:5 this is no YAML: bad indentation of a mapping entry$/], ['- a\n', /the file holds no mapping/]])('fails on %j', (config, message) => {
  expect(() => readConfig(FILE, config)).toThrow(message);
});

test.each(['a b', 'Cluster.Local', 'a..b', '', 'cluster_local', 'https://x'])('fails on the domain %j, under which no name resolves', (domain) => {
  expect(() => readConfig(FILE, `clusterDomain: ${JSON.stringify(domain)}\n`)).toThrow(new ConfigError(
    `${FILE}:1:16 clusterDomain: ${JSON.stringify(domain)} is no domain, and no name under it can resolve; write it as the kubelet has it, for example cluster.local`));
});

test('a domain is taken without the dots around it', () => {
  expect(readConfig(FILE, 'clusterDomain: corp.example.\n').target.clusterDomain).toBe('corp.example');
});

test('fails on one id twice in the list of disabled rules, since another may have been meant', () => {
  expect(() => readConfig(FILE, 'disable:\n- pdb-present\n- quorum-size\n- pdb-present\n')).toThrow(new ConfigError(
    `${FILE}:4:3 disable[2]: "pdb-present" is in the list already; take one of the two out, or write the id that was meant`));
});

test.each(['---', '...\n---'])('fails on a second document behind %j, whose settings would not be read', (between) => {
  const first = `# ours\n---\nclosedWorld: true\n${between}\n`;
  expect(() => readConfig(FILE, `${first}disable: [pdb-present]\n`)).toThrow(new RegExp(
    `^${FILE}:\\d+:1 another document begins here, and one is read; write all settings in one document, without --- between them$`));
  expect(readConfig(FILE, `${first}# nothing\n`).target.closedWorld).toBe(true);
});

test('fails on a setting that stands twice, since one of the two would not be read', () => {
  expect(() => readConfig(FILE, 'disable: [pdb-present]\nclosedWorld: true\ndisable: [quorum-size]\n')).toThrow(new ConfigError(`${FILE}:3:1 "disable" stands twice, and one of the two is read; take one out`));
});
