import { acknowledgementProblems, nearest } from '../../src/checker/acknowledgements';

const KNOWN = new Set(['pdb-quorum', 'pdb-present']);
const problems = (written: unknown) => acknowledgementProblems({ metadata: { annotations: { 'cdk8s-stateful.dev/ignore': written } } }, KNOWN);

test('a line with a rule and a reason is in order, and so is no annotation', () => {
  expect(problems('pdb-quorum: one zone: and one rack\n\n  pdb-present : made elsewhere\n')).toEqual([]);
  expect(problems(undefined)).toEqual([]);
  expect(acknowledgementProblems({}, KNOWN)).toEqual([]);
});

test('fails a line without a reason, and says where one goes', () => {
  const [{ path, message, fix }] = problems('pdb-quorum:');
  expect(path).toEqual(['metadata', 'annotations', 'cdk8s-stateful.dev/ignore']);
  expect(message).toBe('"pdb-quorum": an acknowledgement without a reason tells nobody anything, and counts for nothing');
  expect(fix).toBe('write "pdb-quorum: why it is acceptable here"');
});

test('fails a rule that does not exist, one finding a line', () => {
  expect(problems('pdb-qourum: x\nnothing-like-it: y').map(({ fix }) => fix))
    .toEqual(['write the id as the finding prints it, for example pdb-quorum', 'write the id as the finding prints it']);
});

test('the nearest id is named only where less than half of the letters differ', () => {
  expect(nearest('pdb-presnt', KNOWN)).toBe(', for example pdb-present');
  expect(nearest('replicas', KNOWN)).toBe('');
});
