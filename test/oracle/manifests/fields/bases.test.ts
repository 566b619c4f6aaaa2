import { besideSet, exampleSets, generatedSets, KINDS, wholeSet } from '../../../../oracle/manifests/fields/bases';
import { RULES } from '../../../../src/rules';
import { judge } from '../../../../src/rules/run';

test.each([28, 36])('no set that mistakes are made in has an error of its own on 1.%i', (minor) => {
  const errors = [wholeSet(), besideSet(), ...exampleSets(), ...generatedSets(20, 7)].flatMap((objects) => judge(objects, RULES, { minor, clusterDomain: 'cluster.local' }))
    .filter(({ finding }) => finding.severity === 'error').map(({ finding }) => `${finding.ruleId} ${finding.name} ${finding.path}`);
  expect(errors).toEqual([]);
});

test('every kind that is put to the test stands in one of the two sets with every field', () => {
  expect(new Set([...wholeSet(), ...besideSet()].map(({ kind }) => kind))).toEqual(KINDS);
});
