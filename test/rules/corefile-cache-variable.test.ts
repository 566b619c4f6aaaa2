import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileCacheVariable } from '../../src/rules/corefile-cache-variable';

holdsForPage(corefileCacheVariable, {
  path: 'data.Corefile',
  message: 'line 7, column 11: cache {$CACHE_TTL}: where the variable is not set, CoreDNS reads an empty zone and caches nothing, without an error',
});

test.each(['"{$TTL}"', '{%TTL%}', '30 {$ZONE}'])('fails %s', (args) => expect(ofCorefile(corefileCacheVariable, corefile(`  cache ${args}`))).toHaveLength(1));

test('values that are written are accepted, and so is a variable of another plugin', () => {
  expect(ofCorefile(corefileCacheVariable, corefile('  cache 30 cluster.local\n  forward a.test {$UPSTREAM}'))).toEqual([]);
});
