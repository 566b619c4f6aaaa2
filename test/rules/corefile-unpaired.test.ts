import { configMap, corefile, holdsForPage, ofCorefile, ofKeys } from './page';
import { RULES } from '../../src/rules';
import { corefileUnpaired } from '../../src/rules/corefile-unpaired';
import { judge } from '../../src/rules/run';

holdsForPage(corefileUnpaired, {
  path: 'data.Corefile',
  message: 'line 9, column 1: this "}" closes nothing: CoreDNS starts, but what follows belongs to another block than it seems',
});

test.each([
  ['a server block that only the end of the file closes', '. {\n cache 30 {\n  denial 9984 5\n }\n', 'line 1, column 3: nothing closes this "{"'],
  ['a quote behind the last block', '. {\n whoami\n}\n"', 'line 4, column 1: this quote takes the rest of the file'],
])('fails %s', (_, text, message) => expect(ofCorefile(corefileUnpaired, text)[0].message).toBe(`${message}: CoreDNS starts, but what follows belongs to another block than it seems`));

test('fails an override that takes the brace of the server block around it, at its own place', () => {
  const object = configMap('coredns-custom', { 'a.override': 'hosts {\n  10.0.0.1 a.test\n' });
  expect(judge([object], RULES, { minor: 28, clusterDomain: 'cluster.local' }).map(({ finding }) => [finding.ruleId, finding.path, finding.message.slice(0, 33)]))
    .toEqual([['corefile-unpaired', 'data["a.override"]', 'line 1, column 7: nothing closes ']]);
});

test('pairs are accepted, and what stops CoreDNS is said by another rule', () => {
  expect(ofCorefile(corefileUnpaired, corefile('  cache 30 {\n    denial 9984 5\n  }'))).toEqual([]);
  expect(ofCorefile(corefileUnpaired, corefile('  cache 30 }'))).toEqual([]);
  expect(ofCorefile(corefileUnpaired, corefile('  cache 30{\n    denial 9984 5\n  }'))).toEqual([]);
  expect(ofKeys(corefileUnpaired, 'coredns-custom', { 'a.override': 'hosts {\n  10.0.0.1 a.test\n}\n' })).toEqual([]);
});
