import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileTtlRaised } from '../../src/rules/corefile-ttl-raised';

holdsForPage(corefileTtlRaised, {
  path: 'data.Corefile',
  message: 'line 4, column 9: ttl 0 does not keep answers out of the cache: cache raises it to 5, also for a name that does not exist yet',
});

const said = (cache: string, ttl: number) => ofCorefile(corefileTtlRaised, corefile(cache, ttl)).map(({ message }) => message.slice('line 4, column 5: '.length));

test('fails every ttl below what cache keeps at least', () => {
  expect(said('  cache 30', 4)).toEqual(['ttl 4 does not keep answers out of the cache: cache raises it to 5, also for a name that does not exist yet']);
  expect(said('  cache 3', 0)).toEqual(['ttl 0 does not keep answers out of the cache: cache raises it to 3, also for a name that does not exist yet']);
  expect(said('  cache 30 {\n    disable denial db.prod.svc.cluster.local\n  }', 0)).toHaveLength(1);
});

test.each([
  ['a ttl of 5', '  cache 30', 5], ['a cache that keeps no longer', '  cache 2', 2], ['no cache', '', 0], ['a shortest TTL that is written', '  cache 30 {\n    denial 9984 30 5\n  }', 0],
  ['negative answers that are not kept', '  cache 30 {\n    disable denial cluster.local\n  }', 0], ['a cache for other zones', '  cache 30 in-addr.arpa', 0],
])('%s is accepted', (_, cache, ttl) => expect(said(cache, ttl)).toEqual([]));

test('a kubernetes for addresses alone is accepted', () => {
  expect(ofCorefile(corefileTtlRaised, '. {\n kubernetes in-addr.arpa {\n  ttl 0\n }\n cache 30\n}\n')).toEqual([]);
});
