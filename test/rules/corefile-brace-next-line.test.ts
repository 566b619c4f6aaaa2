import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileBraceNextLine } from '../../src/rules/corefile-brace-next-line';

holdsForPage(corefileBraceNextLine, {
  path: 'data.Corefile',
  message: 'line 8, column 5: the "{" of cache stands on the next line, so CoreDNS reads it as a second cache and exits at its next start',
});

test('fails a plugin that takes the brace for one more of its kind with a warning', () => {
  expect(ofCorefile(corefileBraceNextLine, corefile('  log\n  {\n    class error\n  }'))).toEqual([expect.objectContaining({
    severity: 'warning', message: 'line 7, column 3: the "{" of log stands on the next line, so CoreDNS reads it as a second log, and drops the options if it starts',
  })]);
});

test('a server block may open on the next line', () => {
  expect(ofCorefile(corefileBraceNextLine, '.:53\n{\n  whoami\n}\n')).toEqual([]);
  expect(ofCorefile(corefileBraceNextLine, corefile('  cache 30 {\n  }'))).toEqual([]);
});
