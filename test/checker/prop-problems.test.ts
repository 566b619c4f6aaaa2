import { propProblems } from '../../src/checker/prop-problems';

test('props that are left out, empty or as they should be have no problem', () => {
  expect([undefined, null, {}, { kubernetesVersion: undefined, disable: null }, { kubernetesVersion: 1.31, clusterDomain: 'a.b', closedWorld: false, disable: ['pdb-present', 'yaml-duplicate-key'] }]
    .flatMap((props) => propProblems(props))).toEqual([]);
});

test('fails on an unknown prop, and says which one may be meant', () => {
  expect(propProblems({ disabled: [] })).toEqual(['there is no property "disabled", for example disable; write any of kubernetesVersion, clusterDomain, closedWorld, disable']);
});

test('fails on texts and lists in place of props, and names what can be said', () => {
  expect(propProblems('1.31')).toEqual(['"1.31" are no properties; write kubernetesVersion, clusterDomain, closedWorld, disable with a value each']);
  expect(propProblems({ disable: [3] })).toEqual(['disable [3] is no list of rule ids; write them in a list, for example [pdb-present]']);
});

test('fails on one id twice, since another may have been meant', () => {
  expect(propProblems({ disable: ['pdb-present', 'quorum-size', 'pdb-present'] })).toEqual(['disable names pdb-present twice: take one of the two out, or write the id that was meant']);
});

test('fails on what is no JSON, in words', () => {
  expect(propProblems({ closedWorld: 10n })).toEqual(['closedWorld 10n is neither true nor false; write true or false']);
});
