import { exampleSets, generatedSets, wholeSet } from '../../../../oracle/manifests/fields/bases';
import { RULES } from '../../../../src/rules';
import { judge } from '../../../../src/rules/run';

test.each([28, 36])('no set that mistakes are made in has an error of its own on 1.%i', (minor) => {
  const errors = [wholeSet(), ...exampleSets(), ...generatedSets(20, 7)].flatMap((objects) => judge(objects, RULES, { minor, clusterDomain: 'cluster.local' }))
    .filter(({ finding }) => finding.severity === 'error').map(({ finding }) => `${finding.ruleId} ${finding.name} ${finding.path}`);
  expect(errors).toEqual([]);
});
