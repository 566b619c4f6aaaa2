import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileOneLineBlock } from '../../src/rules/corefile-one-line-block';

holdsForPage(corefileOneLineBlock, {
  path: 'data.Corefile',
  message: 'line 7, column 30: the "}" stands behind denial on its line, so CoreDNS takes it for an argument of denial and exits at its next start',
});

const said = (lines: string) => ofCorefile(corefileOneLineBlock, corefile(lines)).map(({ severity, message }) => [severity, message.replace(/^.*takes it for an argument of /, '')]);

test.each([
  ['the brace of a longer block', '  cache 30 {\n    disable denial a.test\n    denial 9984 5 }', 'error', 'denial and exits at its next start'],
  ['a bare disable', '  cache 30 { disable }', 'error', 'disable and exits at its next start'],
  ['keepttl', '  cache 30 { keepttl }', 'error', 'keepttl and exits at its next start'],
  ['health', '  health { lameduck 5s }', 'error', 'lameduck and exits at its next start'],
  ['an option of kubernetes that takes one word', '  kubernetes b.test { pods insecure }', 'error', 'pods and exits at its next start'],
  ['an option of kubernetes that takes more', '  kubernetes b.test { ttl 30 }', 'warning', 'ttl; some options take it, others stop CoreDNS at its next start'],
  ['a disable, whose zone the brace becomes', '  cache 30 { disable denial }', 'warning', 'disable, the only zone: nothing else is switched off'],
  ['a disable with zones, which the brace joins', '  cache 30 { disable denial a.test }', 'warning', 'disable, one more zone'],
  ['another plugin', '  forward . 10.0.0.1 { max_concurrent 1000 }', 'warning', 'max_concurrent; some options take it, others stop CoreDNS at its next start'],
])('fails %s', (_, lines, severity, message) => expect(said(lines)).toEqual([[severity, message]]));

test.each([
  ['an empty block', '  cache 30 { }'],
  ['the first option on the line of the brace', '  cache 30 { denial 9984 5\n  }'],
  ['a quoted word with braces', '  template IN A a.test {\n    answer "{{ .Name }} 5 IN A 10.0.0.1"\n  }'],
])('%s is accepted', (_, lines) => expect(said(lines)).toEqual([]));

test('a block of a snippet is one mistake, however many server blocks import it', () => {
  expect(ofCorefile(corefileOneLineBlock, '(neg) {\n cache 30 { denial 9984 5 }\n}\na.test {\n import neg\n}\nb.test {\n import neg\n}\n')).toHaveLength(1);
});
