import { ruleIds } from '../../src/checker/rule-ids';

test('rules of manifests, of texts and of declarations can be named, and nothing else', () => {
  for (const id of ['pdb-quorum', 'corefile-denial-zero', 'yaml-duplicate-key', 'autoscaler-missing', 'plus-defaults']) expect(ruleIds()).toContain(id);
  expect(ruleIds()).not.toContain('acknowledgement');
});
