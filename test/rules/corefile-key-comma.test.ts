import { holdsForPage, ofCorefile } from './page';
import { corefileKeyComma } from '../../src/rules/corefile-key-comma';

holdsForPage(corefileKeyComma, {
  path: 'data.Corefile',
  message: 'line 1, column 1: "cluster.local:53,in-addr.arpa:53" is one zone with a comma in its name, so CoreDNS serves none of its parts',
  fix: 'write "cluster.local:53, in-addr.arpa:53"',
});

test.each(['a.test:53, b.test:53 {\n whoami\n}\n', 'a.test:53,\nb.test:53 {\n whoami\n}\n', 'a.test b.test {\n whoami\n}\n'])('zones apart are accepted: %j', (text) => {
  expect(ofCorefile(corefileKeyComma, text)).toEqual([]);
});
