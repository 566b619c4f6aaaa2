import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileBraceGlued } from '../../src/rules/corefile-brace-glued';

holdsForPage(corefileBraceGlued, {
  path: 'data.Corefile',
  message: 'line 7, column 11: "30{" is one word, so no block opens here: CoreDNS exits at its next start',
  fix: 'write "30 {"',
});

test.each([
  ['a zone', '.:53{\n  whoami\n}\n', 'write ".:53 {"'],
  ['a plugin without arguments', '. {\n  health{\n  }\n}\n', 'write "health {"'],
  ['the last argument', '. {\n  kubernetes cluster.local{\n    pods insecure\n  }\n}\n', 'write "cluster.local {"'],
])('fails a brace that is glued to %s', (_, text, fix) => expect(ofCorefile(corefileBraceGlued, text).map((finding) => finding.fix)).toEqual([fix]));

test.each([
  ['a variable', corefile('  cache {$TTL}')], ['an empty pair', corefile('  cache 30 {}')], ['quoted text', corefile('  log . "{"')],
  ['a double brace of a template', corefile('  template IN A a.test {\n    answer {{ .Name }}\n  }')],
])('%s is accepted', (_, text) => expect(ofCorefile(corefileBraceGlued, text)).toEqual([]));

test.each([
  ['another zone than the root', 'a.test:53{\n  whoami\n}\n'], ['an argument without options', '. {\n  cache 30{\n  }\n}\n'],
  ['an argument before an option that is a plugin too', '. {\n  hosts /etc/hosts{\n    reload 15s\n  }\n}\n'],
])('fails a brace that is glued to %s with a warning', (_, text) => {
  expect(ofCorefile(corefileBraceGlued, text)).toEqual([expect.objectContaining({
    severity: 'warning', message: expect.stringMatching(/^line \d, column \d+: ".+" is one word, so no block opens here: CoreDNS takes the brace for a part of the name$/),
  })]);
});
