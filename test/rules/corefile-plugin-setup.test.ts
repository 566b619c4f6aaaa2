import { corefile, holdsForPage, ofCorefile } from './page';
import { corefilePluginSetup } from '../../src/rules/corefile-plugin-setup';
import { STARTING, withLine } from '../corefile/start-cases';

holdsForPage(corefilePluginSetup, {
  path: 'data.Corefile',
  message: 'line 4, column 9: CoreDNS does not start with ttl 99999 of kubernetes: running pods keep the text that they have, the next one exits',
  fix: 'give ttl a whole number of seconds from 0 to 3600',
});

const said = (text: string) => ofCorefile(corefilePluginSetup, text).map(({ severity, message }) => `${severity} ${message.split(': running')[0]}`);

test.each<[string, string, string]>([
  ['an unknown plugin', '  chache 30', 'error line 6, column 3: chache: CoreDNS knows no plugin of this name and does not start'],
  ['a plugin that was taken out', '  proxy . 10.0.0.1', 'error line 6, column 3: proxy: stock CoreDNS from 1.7 on has no such plugin any more and does not start'],
  ['an interval that is too short', '  reload 0', 'error line 6, column 10: CoreDNS does not start with reload 0'],
  ['reverse zones alone', '}\nb.test {\n  kubernetes 10.0.0.0/8', 'error line 8, column 14: kubernetes 10.0.0.0/8 has reverse zones alone: CoreDNS does not start'],
  ['a zone that is no name', '}\na..test {\n  whoami', 'error line 7, column 1: a..test: the zone is no domain name, and CoreDNS does not start'],
  ['a plugin of a custom build, mildly', '  lighthouse', 'info line 6, column 3: lighthouse: it is no plugin of stock CoreDNS: an image that is not built with it does not start'],
])('fails %s', (_, lines, message) => expect(said(corefile(lines))).toEqual([message]));

test.each([
  ['a second cache', '  cache 30\n  cache 60'],
  ['a glued brace and what follows', '  cache 30{\n    denial 9984 5\n  }'],
  ['a brace on the next line', '  forward . 10.0.0.1\n  {\n    max_concurrent 5\n  }'],
  ['a one-line block', '  health { lameduck 5s }'],
  ['an option of cache', '  cache 30 {\n    negative 5\n  }'],
])('%s is accepted: another rule says it', (_, lines) => expect(said(corefile(lines))).toEqual([]));

test.each(STARTING)('%j is accepted', (line) => expect(said(withLine(line))).toEqual([]));
