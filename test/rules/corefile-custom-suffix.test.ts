import { holdsForPage, ofCorefile, ofKeys } from './page';
import { corefileCustomSuffix } from '../../src/rules/corefile-custom-suffix';

holdsForPage(corefileCustomSuffix, {
  name: 'coredns-custom',
  path: 'data["corp.override"]',
  message: 'line 1, column 1: "corp.test:53" is a zone and no plugin: corp.override is read inside a server block, and CoreDNS exits at its next start',
});

const custom = (key: string, text: string) => ofKeys(corefileCustomSuffix, 'coredns-custom', { [key]: text }).map(({ severity, message }) => [severity, message]);

test('fails a server block in an .include too', () => {
  expect(custom('a.include', 'log\na.test {\n  whoami\n}\n').map(([severity]) => severity)).toEqual(['error']);
});

test('fails plugins in a .server with a warning', () => {
  expect(custom('a.server', '# logging\nlog\n')).toEqual([['warning',
    'line 2, column 1: no "{" stands on the line of "log": a.server is read behind the server blocks, and CoreDNS takes the words of the line for zones']]);
});

test.each([
  ['a.override', 'log\nhosts {\n  10.0.0.1 a.test\n  fallthrough\n}\nrewrite name a.test b.test\n'], ['a.override', '#\n'], ['a.server', '#\n'], ['a.override', '{$PLUGIN}\n'],
  ['a.server', 'a.test:53 {\n  forward . 10.0.0.1\n}\n'], ['a.server', 'a.test\n{\n  whoami\n}\n'],
])('%s with %j is accepted', (key, text) => expect(custom(key, text)).toEqual([]));

test('a Corefile without braces is one server block, and accepted', () => {
  expect(ofCorefile(corefileCustomSuffix, '.:53\nwhoami\n')).toEqual([]);
});
