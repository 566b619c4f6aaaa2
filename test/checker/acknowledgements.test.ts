import { manifest } from './manifests';
import { acknowledgementProblems, nearest } from '../../src/checker/acknowledgements';
import { Check } from '../../src/checker/check';

/** The usual set, with this annotation. */
function checked(ignore: string) {
  const check = new Check();
  check.add({ file: 'x.yaml', text: manifest({ '  labels: {app: db}\nspec:\n  serviceName': `  labels: {app: db}\n  annotations:\n    cdk8s-stateful.dev/ignore: ${ignore}\nspec:\n  serviceName` }) });
  return check.run();
}

const KNOWN = new Set(['pdb-present', 'pdb-quorum']);
const problems = (ignore: unknown) => acknowledgementProblems({ metadata: { annotations: { 'cdk8s-stateful.dev/ignore': ignore } } }, KNOWN).map(({ message }) => message);

test('lines with a rule and a reason are in order, and so are empty ones', () => {
  expect(problems('pdb-present: one node\n\n  pdb-quorum :  a test: really\n')).toEqual([]);
});

test.each([
  ['pdb-present', '"pdb-present": an acknowledgement without a reason tells nobody anything, and counts for nothing'],
  ['pdb-present:  ', '"pdb-present": an acknowledgement without a reason tells nobody anything, and counts for nothing'],
  ['pdb-presnt: x', '"pdb-presnt": there is no rule of this id: the acknowledgement does nothing'],
  [': x', '"": there is no rule of this id: the acknowledgement does nothing'],
])('fails on the line %j', (line, message) => {
  expect(problems(line)).toEqual([message]);
});

test('lines of a block are one acknowledgement each', () => {
  const { findings } = checked('|-\n      pdb-present: one\n      readiness-probe-present: two');
  expect(findings.filter(({ ruleId }) => /^(pdb-present|readiness-probe-present|acknowledgement)$/.test(ruleId))).toEqual([]);
});

test.each([
  ["'pdb-present: one; readiness-probe-present: two'"],
  ['>-\n      pdb-present: one\n      readiness-probe-present: two'],
  ["'pdb-present: one, readiness-probe-present : two'"],
])('warns of a second acknowledgement in the reason of the first, which counts for nothing: %j', (written) => {
  const { findings } = checked(written);
  expect(findings.filter(({ ruleId }) => /^(pdb-present|readiness-probe-present|acknowledgement)$/.test(ruleId)).map(({ severity, ruleId, message }) => [severity, ruleId, message.slice(0, 90)])).toEqual([
    ['warning', 'acknowledgement', '"pdb-present": the reason holds the acknowledgement of readiness-probe-present, which coun'],
    ['warning', 'readiness-probe-present', expect.anything()],
  ]);
});

test('a reason may hold colons, and words that are no rule', () => {
  expect(problems('pdb-present: see: https://example.org/a:b; note: pdb-quorum is another matter')).toEqual([]);
});

test('the value of the members annotation counts letter by letter, and any other is a warning', () => {
  const annotated = (key: string, value: unknown) => acknowledgementProblems({ metadata: { annotations: { [key]: value } } }, KNOWN).map(({ severity, message }) => `${severity}: ${message}`);
  expect(annotated('cdk8s-stateful.dev/members', 'quorum')).toEqual([]);
  for (const value of ['Quorum', 'QUORUM', ' quorum', '', 3]) {
    expect(annotated('cdk8s-stateful.dev/members', value)).toEqual([`warning: cdk8s-stateful.dev/members is ${JSON.stringify(value)}, which is no value of it: the members are held to be independent`]);
  }
});

test('an annotation of ours that no rule reads is a warning, and those of others are passed over', () => {
  const annotations = { 'cdk8s-stateful.dev/ignores': 'pdb-present: x', 'cdk8s-stateful.dev/bootstrap': 'together, 3', 'cdk8s-stateful.dev/replicas': '3-5', 'example.org/members': 'Quorum' };
  expect(acknowledgementProblems({ metadata: { annotations } }, KNOWN)).toEqual([{
    severity: 'warning',
    path: ['metadata', 'annotations', 'cdk8s-stateful.dev/ignores'],
    message: 'no rule reads the annotation cdk8s-stateful.dev/ignores',
    fix: 'write one of cdk8s-stateful.dev/ignore, cdk8s-stateful.dev/members, cdk8s-stateful.dev/bootstrap, cdk8s-stateful.dev/replicas',
  }]);
});

test('an annotation that is no text, and an object without any, are left to other rules', () => {
  expect([problems(3), problems(undefined), acknowledgementProblems({}, KNOWN)]).toEqual([[], [], []]);
});

test('ids that have the given word in them are named where none is near', () => {
  const ids = ['pdb-a', 'pdb-b', 'a-pdb-c', 'x-pdb', 'pdb-e', 'pdbs-f'];
  expect([nearest('pdb', ids), nearest('db', ids), nearest('e', ids)]).toEqual([', for example pdb-a, pdb-b, a-pdb-c, x-pdb', '', ', for example pdb-e']);
});

test('the nearest id is named when it is near, and none when none is', () => {
  expect([nearest('pdb-quorm', KNOWN), nearest('pdb_present', KNOWN), nearest('something-else', KNOWN), nearest('', KNOWN)]).toEqual([', for example pdb-quorum', ', for example pdb-present', '', '']);
});
