import * as fc from 'fast-check';
import { corefiles, requests } from './arbitraries';
import { corefile, kubeadm, Platform, platforms } from './corefiles';
import { cacheOptions } from '../../src/corefile/cache-options';
import { negativeSeconds } from '../../src/corefile/caching';
import { CacheRequest, patchCache } from '../../src/corefile/edit';
import { parse } from '../../src/corefile/parse';
import { startProblems } from '../../src/corefile/start-problem';

const SERVICE = 'redis.default.svc.cluster.local';
const service: CacheRequest = { zones: [SERVICE], disable: ['denial'] };
const cluster: CacheRequest = { zones: ['cluster.local'], disable: ['success', 'denial'] };

function patched(text: string, request = service): string {
  const result = patchCache(text, request);
  if (result.refusal) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  return result.text;
}

function refusal(text: string, request = service) {
  return patchCache(text, request).refusal;
}

describe('default Corefiles', () => {
  test.each<[Platform, string, string]>([
    ['kubeadm to 1.31', 'cache 30', `cache 30 {\n       disable denial ${SERVICE}\n    }`],
    ['k3s', 'cache 30', `cache 30 {\n      disable denial ${SERVICE}\n    }`],
    ['AKS', 'cache 30', `cache 30 {\n      disable denial ${SERVICE}\n    }`],
    ['kOps', 'cache 30', `cache 30 {\n      disable denial ${SERVICE}\n    }`],
    ['RKE2', 'cache  30', `cache  30 {\n        disable denial ${SERVICE}\n    }`],
    ['OpenShift', 'cache 900 {\n        denial 9984 30\n    }', `cache 900 {\n        denial 9984 30\n        disable denial ${SERVICE}\n    }`],
    ['NodeLocal', 'cache {\n            success 9984 30\n            denial 9984 5\n    }',
      `cache {\n            success 9984 30\n            denial 9984 5\n            disable denial ${SERVICE}\n    }`],
  ])('%s: only the cache of the server block that answers changes', (platform, before, after) => {
    expect(patched(corefile(platform, before))).toBe(corefile(platform, after));
    expect(negativeSeconds(patched(corefile(platform, before)), `redis-0.${SERVICE}`).seconds).toBe(0);
  });

  test('kubeadm to 1.31, edited for the cluster domain, is what kubeadm writes from 1.32', () => {
    expect(patched(kubeadm('cache 30'), cluster)).toBe(kubeadm('cache 30 {\n       disable success cluster.local\n       disable denial cluster.local\n    }'));
  });

  test('kubeadm from 1.32 stays as it is', () => {
    const text = kubeadm('cache 30 {\n       disable success cluster.local\n       disable denial cluster.local\n    }');
    expect(patchCache(text, service)).toEqual({ text, changed: false, blocks: [{ keys: ['.:53'], line: 1, outcome: 'as-requested' }], unread: { between: [], inside: [] } });
  });

  test.each(platforms)('%s: a denial TTL of one second works where disable does not exist', (platform) => {
    const text = corefile(platform, 'cache 30');
    expect(negativeSeconds(patched(text, { ...service, disable: [], denial: { capacity: 9984, ttl: 1 } }), `redis-0.${SERVICE}`).seconds).toBe(1);
  });

  test('imported files are named by where they stand, since a server block in one of them may answer instead', () => {
    expect(patchCache(corefile('AKS', 'cache 30'), service)).toMatchObject({ unread: { between: ['custom/*.server'], inside: ['custom/*.override'] } });
  });
});

/** A cache directive before and after, in a server block of its own. */
test.each<[string, string, string]>([
  ['without a TTL', 'cache', 'cache {\n  OPTION\n }'],
  ['with zones that hold the name', 'cache 30 cluster.local', 'cache 30 cluster.local {\n  OPTION\n }'],
  ['with a comment behind it', 'cache 30 # {', 'cache 30 { # {\n  OPTION\n }'],
  ['with an empty block', 'cache 30 {\n }', 'cache 30 {\n  OPTION\n }'],
  ['with an empty block on one line', 'cache 30 { } # x', 'cache 30 {\n  OPTION\n } # x'],
  ['with an option on the line of the brace', 'cache 30 { denial 9984 5\n }', 'cache 30 { denial 9984 5\n  OPTION\n }'],
  ['with comments in the block', 'cache 30 { # a\n   keepttl # b\n   # c\n }', 'cache 30 { # a\n   keepttl # b\n   # c\n   OPTION\n }'],
  ['in quotes', '"cache" "30" {\n  "keepttl"\n }', '"cache" "30" {\n  "keepttl"\n  OPTION\n }'],
  ['with the comment glued to another line', 'cache 30 {#x\n  keepttl#y\n }', 'cache 30 {#x\n  keepttl#y\n  OPTION\n }'],
])('a cache %s gets the option in a block of several lines', (_, before, after) => {
  expect(patched(`. {\n ${before}\n}\n`)).toBe(`. {\n ${after.replace('OPTION', `disable denial ${SERVICE}`)}\n}\n`);
});

test.each<[string, string, string]>([
  ['CRLF', '. {\r\n  cache 30\r\n}\r\n', `. {\r\n  cache 30 {\r\n    disable denial ${SERVICE}\r\n  }\r\n}\r\n`],
  ['tabs', '. {\n\tcache 30\n}', `. {\n\tcache 30 {\n\t\tdisable denial ${SERVICE}\n\t}\n}`],
  ['a missing last newline', '.\ncache 30', `.\ncache 30 {\n    disable denial ${SERVICE}\n}`],
  ['a byte order mark', '\ufeff. { cache 30\n}', `\ufeff. { cache 30 {\n        disable denial ${SERVICE}\n    }\n}`],
])('%s is kept', (_, before, after) => expect(patched(before)).toBe(after));

test.each<[string, string, string]>([
  ['zones join the last line, which is the one that counts', 'disable denial a.test\n  disable denial b.test # x', `disable denial a.test\n  disable denial b.test ${SERVICE} # x`],
  ['a parent zone covers the zone', 'disable denial CLUSTER.local.', 'disable denial CLUSTER.local.'],
  ['no zone covers every zone', 'disable denial', 'disable denial'],
  ['a zone inside does not cover it', `disable denial x.${SERVICE}`, `disable denial x.${SERVICE} ${SERVICE}`],
  ['a covered zone in an earlier line is lost, so it is written again', `disable denial ${SERVICE}\n  disable denial b.test`,
    `disable denial ${SERVICE}\n  disable denial b.test ${SERVICE}`],
])('%s', (_, before, after) => expect(patched(`. {\n cache 30 {\n  ${before}\n }\n}`)).toBe(`. {\n cache 30 {\n  ${after}\n }\n}`));

test.each<[string, string]>([
  ['keepttl', 'keepttl\n  denial 9984 2'], ['denial 100', 'denial 100 2'], ['denial 100 30 7 # x', 'denial 100 2 7 # x'],
  ['denial 100 1', 'denial 100 1'], ['denial 100 5\n  denial 7', 'denial 100 5\n  denial 7 2'],
])('a denial TTL is only ever shortened: %j', (before, after) => {
  expect(patched(`. {\n cache 30 {\n  ${before}\n }\n}`, { ...service, disable: [], denial: { capacity: 9984, ttl: 2 } })).toBe(`. {\n cache 30 {\n  ${after}\n }\n}`);
});

describe('choice of the server block', () => {
  const edited = (text: string, request = service) => {
    const result = patchCache(text, request);
    return result.refusal ? result.refusal.code : result.blocks.map(({ keys, outcome }) => [...keys, outcome].join(' '));
  };

  test('the longest zone wins, whatever the case, the dots, the ports and the schemes', () => {
    expect(edited('.:53 {\n cache\n}\ndns://CLUSTER.local.:5353 {\n cache\n}\nlocal {\n cache\n}')).toEqual(['dns://CLUSTER.local.:5353 edited']);
  });
  test('blocks of one zone at several places are all edited', () => expect(edited('.:53 {\n cache\n}\n.:5353 {\n cache\n}')).toEqual(['.:53 edited', '.:5353 edited']));
  test('a block inside the zone is edited too', () => {
    expect(edited(`.:53 {\n cache\n}\n${SERVICE} {\n cache\n}`, cluster)).toEqual(['.:53 edited', `${SERVICE} edited`]);
  });
  test('a block without a cache is left alone if another has one', () => {
    expect(edited(`.:53 {\n cache\n}\n${SERVICE} {\n whoami\n}`, cluster)).toEqual(['.:53 edited', `${SERVICE} no-cache`]);
  });
  test('a cache of other zones is left alone', () => expect(edited('. {\n cache 30 example.org\n}')).toEqual(['. zones-not-cached']));
  test('a zone inside another of the request is not written', () => {
    const request: CacheRequest = { zones: [SERVICE, 'Cluster.local', 'cluster.LOCAL'], disable: ['denial'] };
    expect(patched('. {\n cache\n}', request)).toBe('. {\n cache {\n  disable denial Cluster.local\n }\n}');
  });
});

test.each<[string, string, number]>([
  ['', 'no-server-block', 1], ['{\n whoami\n}', 'no-server-block', 1], ['# nothing', 'no-server-block', 1],
  ['a.test {\n cache\n}', 'zone-not-served', 1], ['. {\n whoami\n}', 'no-cache', 1],
  ['. {\n cache 30 {\n', 'unexpected-end', 2], ['. {\n cache 30 {\n  denial 9984 5\n}', 'unbalanced-braces', 1], ['. {\n cache\n}\n}', 'unbalanced-braces', 4],
  ['. {\n cache 30{\n  denial 9984 5\n }\n}', 'unbalanced-braces', 5], ['. {\n cache "30\n}', 'expected-close-brace', 2], ['. {\n cache\n}\n"', 'unterminated-quote', 4],
  ['. {\n cache 30#x\n}', 'glued-comment', 2], ['. {\n cache "30"#x\n}', 'glued-comment', 2], ['. {\n cache {\n  disable denial a.test#x\n }\n}', 'glued-comment', 3],
  ['. {\n cache {$TTL}\n}', 'environment-variable', 2], ['. {\n cache {\n  denial 9984 "{%TTL%}"\n }\n}', 'environment-variable', 3],
  ['{$ZONE}:53 {\n cache\n}', 'environment-variable', 1],
  ['. {\n cache\n cache 30\n}', 'cache-twice', 3], ['(a) {\n cache\n}\n. {\n import a\n}', 'cache-in-snippet', 2],
  ['(a) {\n keepttl\n}\n. {\n cache {\n  import a\n }\n}', 'import-in-cache', 6], ['. {\n import x/*.override\n}', 'import-may-hold-cache', 2],
  ['. {\n cache 30\n {\n  keepttl\n }\n}', 'cache-malformed', 3], ['. {\n cache 30 { denial 9984 5 }\n}', 'cache-malformed', 2],
  ['. {\n cache {\n  denial 9984 5 }\n}', 'cache-malformed', 3], ['. {\n cache {\n  denial 9984 {\n   x\n  }\n }\n}', 'cache-malformed', 3],
  ['. {\n cache { } x\n}', 'cache-malformed', 2], ['. {\n cache {\n  denial 9984 5s\n }\n}', 'cache-malformed', 3],
  ['. {\n cache {\n  disable\n }\n}', 'cache-malformed', 3], ['. {\n cache {\n  disable negative a.test\n }\n}', 'cache-malformed', 3],
  ['. {\n cache {\n  serve_stale\n }\n}', 'refresh-leaks', 3], ['. {\n cache {\n  disable success a.test\n  prefetch 1\n }\n}', 'refresh-leaks', 4],
])('fails for %j: %s', (text, code, line) => {
  expect(refusal(text)).toMatchObject({ code, line, column: expect.any(Number), message: expect.any(String), fix: expect.any(String) });
});

test('refreshes do no harm if success is disabled for the zones', () => {
  expect(patched('. {\n cache {\n  serve_stale\n }\n}', cluster)).toContain('disable success cluster.local\n  disable denial cluster.local\n');
  expect(patched('. {\n cache {\n  disable success cluster.local\n  prefetch 1\n }\n}')).toContain(`disable denial ${SERVICE}\n`);
});

test.each<[Partial<CacheRequest>, string]>([
  [{ zones: [] }, 'a zone is needed'], [{ zones: ['a.test.'] }, 'without a trailing dot'], [{ zones: ['a b'] }, 'is no zone'],
  [{ denial: { capacity: 9984, ttl: 0 } }, 'integers from 1'], [{ denial: { capacity: 0.5, ttl: 1 } }, 'integers from 1'],
])('fails for the request %j', (request, message) => expect(() => patchCache('. {\n cache\n}', { ...service, ...request })).toThrow(message));

test('a thousand zones are merged into one line', () => {
  const zones = Array.from({ length: 1000 }, (_, at) => `s${at}.prod.svc.cluster.local`);
  const once = patched(kubeadm('cache 30'), { ...cluster, zones });
  expect(once.match(/^ *disable denial (.*)$/m)![1].split(' ')).toEqual(zones);
  expect(patched(once, { ...cluster, zones })).toBe(once);
});

describe('any Corefile, any request', () => {
  const runs = { numRuns: 1000 };

  test('the second time changes nothing', () => {
    fc.assert(fc.property(corefiles, requests, (text, request) => {
      const result = patchCache(text, request);
      if (!result.refusal) expect(patchCache(result.text, request)).toMatchObject({ text: result.text, changed: false });
    }), runs);
  });

  test('no token outside of a cache directive changes, nor does a comment', () => {
    const others = (text: string) => parse(text).blocks.flatMap(({ keys, directives }) => [...keys.map((key) => key.text),
      ...directives.filter(({ name }) => name.text !== 'cache').flatMap(({ tokens }) => tokens.map((token) => token.text))]);
    const comments = (text: string) => text.match(/#.*/g);
    fc.assert(fc.property(corefiles, requests, (text, request) => {
      const result = patchCache(text, request);
      if (result.refusal) return;
      expect(others(result.text)).toEqual(others(text));
      expect(comments(result.text)).toEqual(comments(text));
    }), runs);
  });

  test('every character of the source stays, in its order, but for a longer denial TTL', () => {
    fc.assert(fc.property(corefiles, requests, (text, { zones, disable }) => {
      const result = patchCache(text, { zones, disable });
      if (result.refusal) return;
      let at = 0;
      for (const char of result.text) if (char === text[at]) at++;
      expect(text.slice(at).trim()).toBe('');
    }), runs);
  });

  test('line ends stay of one kind, and no line gets trailing blanks', () => {
    fc.assert(fc.property(corefiles, requests, (text, request) => {
      const result = patchCache(text, request);
      if (result.refusal) return;
      if (/\r\n/.test(text)) expect(result.text).not.toMatch(/[^\r]\n(?!b")/);
      else expect(result.text).not.toContain('\r');
      const trailing = (source: string) => source.match(/[ \t]+(?=\r?\n|$)/g)?.length ?? 0;
      expect(trailing(result.text)).toBeLessThanOrEqual(trailing(text));
    }), runs);
  });

  test('without disable, no cache of the zones has a line of it, and the same request changes nothing more', () => {
    fc.assert(fc.property(corefiles, requests, (text, { zones, denial }) => {
      const request = { zones, disable: [], withoutDisable: true, denial };
      const result = patchCache(text, request);
      if (result.refusal) return;
      expect(patchCache(result.text, request)).toMatchObject({ changed: false, text: result.text });
    }), runs);
  });

  test('after it, the zones are not cached as requested', () => {
    let edits = 0;
    fc.assert(fc.property(corefiles, requests, (text, request) => {
      const result = patchCache(text, request);
      if (result.refusal) return;
      // With another mistake in the text, no time is told.
      if (startProblems(parse(result.text)).length > 0) return;
      if (result.changed) edits++;
      for (const zone of request.disable.includes('denial') ? request.zones : []) expect(negativeSeconds(result.text, `x.${zone}`).seconds).toBe(0);
      for (const { keys } of result.blocks.filter(({ outcome }) => outcome === 'edited' || outcome === 'as-requested')) {
        const blocks = parse(result.text).blocks.filter((block) => block.keys.map((key) => key.text).join() === keys.join());
        const caches = blocks.flatMap(({ directives }) => directives).filter(({ name }) => name.text === 'cache').map(cacheOptions);
        if (request.denial) expect(caches.some(({ denialTtl }) => denialTtl <= request.denial!.ttl)).toBe(true);
      }
    }), { ...runs, numRuns: 2 * runs.numRuns });
    expect(edits).toBeGreaterThan(100);
  });
});
