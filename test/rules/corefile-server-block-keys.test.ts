import { corefile, holdsForPage, ofCorefile, ofKeys } from './page';
import { corefileServerBlockKeys } from '../../src/rules/corefile-server-block-keys';

const NONE = 'there is no server block with a zone, so CoreDNS serves its built-in default, whoami: no name of the cluster resolves';

holdsForPage(corefileServerBlockKeys, { path: 'data.Corefile', message: `line 1, column 1: ${NONE}` });

test.each([['no text', ''], ['comments alone', '# . {\n# }\n'], ['snippets alone', '(a) {\n  whoami\n}\n']])('fails %s', (_, text) => {
  expect(ofCorefile(corefileServerBlockKeys, text)).toEqual([expect.objectContaining({ severity: 'error', message: `line 1, column 1: ${NONE}` })]);
});

test('fails a block without zones beside others with a warning', () => {
  expect(ofCorefile(corefileServerBlockKeys, `${corefile('  cache 30')}{\n  whoami\n}\n`)).toEqual([expect.objectContaining({
    severity: 'warning', message: 'line 9, column 1: no zone stands before this "{", so CoreDNS drops the server block without a word',
  })]);
  expect(ofKeys(corefileServerBlockKeys, 'coredns-custom', { 'a.server': '{\n  whoami\n}\n' }).map(({ severity }) => severity)).toEqual(['warning']);
});

test('a file whose blocks come by import is accepted, and so is an empty file that is imported', () => {
  expect(ofCorefile(corefileServerBlockKeys, 'import custom/*.server\n')).toEqual([]);
  expect(ofCorefile(corefileServerBlockKeys, 'a.test\n{\n  whoami\n}\n')).toEqual([]);
  expect(ofKeys(corefileServerBlockKeys, 'coredns-custom', { 'a.server': '# none\n', 'a.override': '# none\n' })).toEqual([]);
});
