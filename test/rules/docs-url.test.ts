import { docsUrl } from '../../src/rules/docs-url';

const DOCS = 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/';

test.each([
  ['pdb-quorum', 'rules/pdb-quorum.md'], ['yaml-syntax', 'guides/checking.md#yaml-syntax'], ['input-unreadable', 'guides/checking.md#input-unreadable'],
  ['acknowledgement', 'guides/findings.md#acknowledging'],
])('%s has its page at %s', (id, page) => expect(docsUrl(id)).toBe(DOCS + page));
