import { Resolver } from '../../../e2e/core-dns/resolver';
import { StubUpstream } from '../../../e2e/dns/stub-upstream';
import { freePort } from '../../../e2e/process/ports';

describe('the world outside', () => {
  let upstream: StubUpstream;
  let resolver: Resolver;
  beforeAll(async () => {
    upstream = await StubUpstream.start();
    resolver = new Resolver(Number(upstream.address.split(':')[1]));
  });
  afterAll(() => {
    resolver.close();
    upstream.stop();
  });

  test('knows a name, for a minute', async () => {
    expect(await resolver.ask('a.example')).toEqual({ rcode: 'NOERROR', addresses: ['198.18.254.1'], ttl: 60 });
  });

  test('denies a name that is missing with the TTL of its zone', async () => {
    expect(await resolver.ask('missing-a.example')).toEqual({ rcode: 'NXDOMAIN', addresses: [], ttl: 60 });
  });

  test('denies every name of another zone', async () => expect((await resolver.ask('a.test')).rcode).toBe('NXDOMAIN'));

  test('counts who asks, whatever the case of the letters', async () => {
    await Promise.all(['b.example', 'B.example', 'c.example'].map((name) => resolver.ask(name)));
    expect(['b.example', 'c.example', 'd.example'].map((name) => upstream.queries(name))).toEqual([2, 1, 0]);
  });
});

test('fails in time where nobody answers', async () => {
  const resolver = new Resolver(await freePort(), 0.2);
  await expect(resolver.ask('a.example')).rejects.toThrow('no answer for a.example within 0.2 s');
  resolver.close();
});
