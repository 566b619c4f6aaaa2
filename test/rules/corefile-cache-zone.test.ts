import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileCacheZone } from '../../src/rules/corefile-cache-zone';

holdsForPage(corefileCacheZone, {
  path: 'data.Corefile',
  message: 'line 7, column 11: CoreDNS takes "\'30\'" for a zone, so cache is limited to it: nothing else is cached, and each lookup goes to the backend',
});

const cached = (args: string) => ofCorefile(corefileCacheZone, corefile(`  cache ${args}`)).map(({ message }) => /takes (.+) for a zone/.exec(message)![1]);

test.each([
  ['`30`', '"`30`"'], ['3"0"', '"3\\"0\\""'], ['30s', '"30s"'], ['{}', '"{}"'], ['30 {}', '"{}"'], ['{env.TTL}', '"{env.TTL}"'], ['30 40', '"40"'], ['""', '""'],
  ['30,', '"30,"'], ['30#off 40 a.test', '"40"'], ['30#for a.test', '"a.test"'],
])('fails %s', (args, zone) => expect(cached(args)).toEqual([zone]));

test.each([
  '', '30', '"30"', '+30', '30 # seconds', '30#seconds', 'cluster.local', '30 cluster.local. in-addr.arpa .', '30 10.0.0.0/8', '30 a_b.test *.c.test', '{$TTL}', '30 xn--bcher-kva.test',
])('"%s" is accepted', (args) => expect(cached(args)).toEqual([]));
