import { acknowledgementProblems, nearest } from '../../src/checker/acknowledgements';

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

test('an annotation that is no text, and an object without any, are left to other rules', () => {
  expect([problems(3), problems(undefined), acknowledgementProblems({}, KNOWN)]).toEqual([[], [], []]);
});

test('the nearest id is named when it is near, and none when none is', () => {
  expect([nearest('pdb-quorm', KNOWN), nearest('pdb_present', KNOWN), nearest('something-else', KNOWN), nearest('', KNOWN)]).toEqual([', for example pdb-quorum', ', for example pdb-present', '', '']);
});
