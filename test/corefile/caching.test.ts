import { corefile, kubeadm } from './corefiles';
import { negativeSeconds, positiveSeconds } from '../../src/corefile/caching';

const POD = 'pod-9.sem.default.svc.cluster.local';

function block(...options: string[]): string {
  return `cache 30 {\n${options.map((option) => `       ${option}\n`).join('')}    }`;
}

test.each<[string, string, number, number]>([
  ['ttl 30', 'cache 30', 30, 30],
  ['', 'cache 30', 5, 5],
  ['ttl 0', 'cache 30', 5, 5],
  ['ttl 0', block('denial 9984 30 0'), 0, 0],
  ['ttl 30', block('denial 9984 5'), 5, 5],
  ['ttl 30', block('denial 9984 5 0'), 5, 5],
  ['ttl 30', block('denial 9984 5 5'), 5, 5],
  ['ttl 30', block('denial 9984 1'), 1, 1],
  ['ttl 30', block('denial 9984 1 0'), 1, 1],
  ['ttl 30', block('denial 9984 1 5'), 1, 1],
  ['ttl 5', block('denial 9984 30 15'), 15, 15],
  ['ttl 3600', 'cache', 300, 300],
  ['ttl 30', block('disable denial cluster.local'), 0, 30],
  ['ttl 30', block('denial 9984 2', 'disable denial cluster.local'), 0, 2],
])('kubernetes with "%s" and "%s" keep a negative answer %i seconds and hand out %i', (ttl, cache, seconds, handedOut) => {
  expect(negativeSeconds(kubeadm(cache, ttl), POD)).toMatchObject({ seconds, handedOut, exact: true });
});

test.each<[string, string, string, number, boolean]>([
  ['cache 30', 'ttl 30', 'cache 30', 30, true],
  ['cache (no TTL)', 'ttl 30', 'cache', 30, true],
  ['cache 3600, ttl 3600', 'ttl 3600', 'cache 3600', 300, true],
  ['cache, ttl 3600', 'ttl 3600', 'cache', 300, true],
  ['cache 3', 'ttl 30', 'cache 3', 3, true],
  ['denial 0', 'ttl 30', block('denial 0'), 30, true],
  ['denial 9984 1', 'ttl 30', block('denial 9984 1'), 1, true],
  ['denial 9984 1 0', 'ttl 30', block('denial 9984 1 0'), 1, true],
  ['denial 9984 1 5 (MINTTL above TTL)', 'ttl 30', block('denial 9984 1 5'), 1, true],
  ['disable denial cluster.local', 'ttl 30', block('disable denial cluster.local'), 30, false],
  ['disable denial CLUSTER.local.', 'ttl 30', block('disable denial CLUSTER.local.'), 30, false],
  ['disable denial (no zone)', 'ttl 30', block('disable denial'), 30, false],
  ['disable denial cluster.local + denial 9984 2', 'ttl 30', block('disable denial cluster.local', 'denial 9984 2'), 2, false],
  ['disable success denial cluster.local (one line)', 'ttl 30', block('disable success denial cluster.local'), 30, true],
  ['disable denial cluster.local THEN disable denial other.test', 'ttl 30', block('disable denial cluster.local', 'disable denial other.test'), 30, true],
  ['disable denial sem.default.svc.cluster.local (one service)', 'ttl 30', block('disable denial sem.default.svc.cluster.local'), 30, false],
  ['ttl 0, cache 30', 'ttl 0', 'cache 30', 5, true],
  ['ttl 0, denial 9984 30 0', 'ttl 0', block('denial 9984 30 0'), 0, false],
  ['cache \'30\' (single quotes)', 'ttl 30', 'cache \'30\'', 30, false],
  ['cache 30#x 40 example.org', 'ttl 30', 'cache 30#x 40 example.org', 30, false],
  ['keepttl', 'ttl 30', block('keepttl'), 30, true],
])('as measured with CoreDNS 1.15.0: %s', (_, ttl, cache, first, cached) => {
  const { seconds, handedOut } = negativeSeconds(kubeadm(cache, ttl), POD);
  expect([handedOut, seconds! > 0]).toEqual([first, cached]);
});

test.each<[Parameters<typeof corefile>[0], string, number, boolean]>([
  ['kubeadm to 1.31', 'cache 30', 30, true],
  ['kubeadm to 1.31', block('disable success cluster.local', 'disable denial cluster.local'), 0, true],
  ['k3s', 'cache 30', 5, true],
  ['AKS', 'cache 30', 30, true],
  ['kOps', 'cache 30', 30, true],
  ['RKE2', 'cache  30', 30, true],
  ['OpenShift', 'cache 900 {\n        denial 9984 30\n    }', 5, true],
  ['NodeLocal', 'cache {\n            success 9984 30\n            denial 9984 5\n    }', 5, true],
])('%s with "%s" keeps a negative answer %i seconds', (platform, cache, seconds, exact) => {
  expect(negativeSeconds(corefile(platform, cache), POD)).toMatchObject({ seconds, exact });
});

test('the reason is told', () => {
  const because = (cache: string, ttl = 'ttl 30') => negativeSeconds(kubeadm(cache, ttl), POD).because;
  expect(because('cache 30')).toBe('kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds');
  expect(because('cache', 'ttl 3600')).toBe('kubernetes has ttl 3600, capped at 300; cache keeps it at least 5 and at most 1800 seconds');
  expect(because('cache 30', '')).toBe('kubernetes has its default ttl 5; cache keeps it at least 5 and at most 30 seconds');
  expect(because('cache 30 example.org .')).toBe('kubernetes has ttl 30; cache keeps it at least 5 and at most 30 seconds');
  expect(because('cache 30 example.org')).toBe('cache is limited to example.org');
  expect(because('')).toBe('there is no cache plugin');
  expect(because(block('disable denial'))).toBe('cache has disable denial for the name');
});

test('prefetch and serve_stale undo disable denial, unless success is disabled too', () => {
  const seconds = (...options: string[]) => negativeSeconds(kubeadm(block(...options)), POD).seconds;
  expect(seconds('disable denial', 'serve_stale')).toBe(30);
  expect(seconds('disable denial', 'prefetch 1 1m 90%', 'disable success a.test')).toBe(30);
  expect(seconds('disable denial', 'prefetch 1 1m 90%', 'disable success cluster.local')).toBe(0);
});

test('what the text does not tell is no exact reading', () => {
  const reading = (text: string) => negativeSeconds(text, POD);
  expect(reading('. {\n forward . 1.1.1.1\n cache 60\n}')).toMatchObject({ seconds: 60, exact: false });
  expect(reading('. {\n kubernetes {\n fallthrough\n }\n cache 60\n}')).toMatchObject({ seconds: 60, exact: false });
  expect(reading('. {\n kubernetes {\n fallthrough a.test\n }\n cache 60\n}')).toMatchObject({ seconds: 5, exact: true });
  expect(reading('. {\n kubernetes\n import custom/*.override\n}')).toMatchObject({ seconds: 0, exact: false });
});

test.each<[string, string]>([
  ['. {\n kubernetes\n cache 30 {\n  import custom/*.cache\n }\n}', 'options come into cache by import of custom/*.cache'],
  ['. {\n kubernetes\n cache {$TTL}\n}', '{$TTL} of cache depends on the environment of CoreDNS'],
  ['. {\n kubernetes {$DOM}\n cache 30\n}', '{$DOM} of kubernetes depends on the environment of CoreDNS'],
  ['. {\n kubernetes {\n  ttl {$TTL}\n }\n cache 30\n}', '{$TTL} of kubernetes depends on the environment of CoreDNS'],
  ['{$ZONE} {\n kubernetes\n cache 30\n}', 'the zone {$ZONE} depends on the environment of CoreDNS'],
  ['. {\n kubernetes\n cache 30 {\n  disable denial }\n}', 'line 4: CoreDNS reads "}" of cache otherwise than it looks'],
  ['. {\n kubernetes\n cache 30\n cache 30 {\n  disable denial\n }\n}', 'line 4: a second cache in one server block: CoreDNS does not start'],
  ['. {\n kubernetes\n cache 30 { disable denial cluster.local; denial 9984 1 }\n reload 0\n}', 'line 4: CoreDNS does not start with reload 0'],
])('what depends on more than the text, or stops CoreDNS, is told for no time at all: %j', (text, because) => {
  expect(negativeSeconds(text, POD)).toMatchObject({ seconds: undefined, exact: false, because });
});

test('a variable that decides nothing leaves the time known', () => {
  const reading = (...lines: string[]) => negativeSeconds(`. {\n kubernetes {\n  ttl {$TTL}\n }\n ${lines.join('\n ')}\n}`, POD);
  expect(reading('cache 30 {', 'disable denial', '}')).toMatchObject({ seconds: 0, handedOut: undefined });
  expect(reading('cache 30 {', 'denial 9984 1', '}')).toMatchObject({ seconds: 1, handedOut: 1, exact: true });
});

test('prefetch 0 and serve_stale 0 refresh nothing, and the last of each counts', () => {
  const seconds = (...options: string[]) => negativeSeconds(kubeadm(block('disable denial', ...options)), POD);
  expect(['prefetch 0', 'serve_stale 0'].map((option) => seconds(option))).toEqual([expect.objectContaining({ seconds: 0, exact: true }), expect.objectContaining({ seconds: 0, exact: true })]);
  expect(seconds('prefetch 10', 'prefetch 0').seconds).toBe(0);
  expect(seconds('prefetch 0', 'prefetch 10')).toMatchObject({ seconds: 30, exact: false });
});

test('a cache from a snippet counts', () => {
  expect(negativeSeconds('(neg) {\n cache 30 {\n denial 9984 1\n }\n}\n. {\n kubernetes\n import neg\n}', POD).seconds).toBe(1);
});

test('the most specific server block answers, and the slowest of equals counts', () => {
  expect(negativeSeconds('. {\n kubernetes\n cache 30\n}\nsem.default.svc.cluster.local {\n kubernetes cluster.local\n}', POD).seconds).toBe(0);
  expect(negativeSeconds('.:53 {\n kubernetes\n}\n.:5353 {\n kubernetes\n cache 3\n}', POD).seconds).toBe(3);
});

test('fails to tell seconds of a text without an answer', () => {
  expect(negativeSeconds('. {', POD)).toMatchObject({ seconds: undefined, because: 'CoreDNS refuses the Corefile: line 1: Unexpected token \'{\', expecting \'}\'' });
  expect(negativeSeconds('', POD)).toMatchObject({ seconds: undefined, because: 'no server block answers for the name' });
  expect(negativeSeconds('a.test {\n whoami\n}', POD)).toMatchObject({ seconds: undefined });
});

test.each<[string, string, number]>([
  ['ttl 30', 'cache 30', 30],
  ['ttl 30', 'cache', 30],
  ['ttl 3600', 'cache 3600', 3600],
  ['ttl 3600', 'cache', 3600],
  ['ttl 30', 'cache 3', 3],
  ['ttl 30', block('denial 9984 1'), 30],
  ['ttl 0', 'cache 30', 5],
  ['ttl 0', block('denial 9984 30 0'), 5],
  ['ttl 0', block('success 9984 30 0'), 0],
  ['', 'cache 30', 5],
  ['ttl 5', block('success 9984 30 15'), 15],
])('kubernetes with "%s" and "%s" keep the address of a gone pod %i seconds', (ttl, cache, seconds) => {
  expect(positiveSeconds(kubeadm(cache, ttl), POD)).toMatchObject({ seconds, handedOut: seconds, exact: true });
});

test('only disable success lets go of an address at once, unless a refresh brings it back', () => {
  const positive = (...options: string[]) => positiveSeconds(kubeadm(block(...options)), POD);
  expect(positive('disable denial')).toMatchObject({ seconds: 30, exact: true });
  expect(positive('disable success cluster.local')).toMatchObject({ seconds: 0, handedOut: 30, because: 'cache has disable success for the name' });
  expect(positive('disable success', 'prefetch 1')).toMatchObject({ seconds: 30, exact: false });
  expect(positive('disable success', 'disable denial', 'prefetch 1')).toMatchObject({ seconds: 0, exact: true });
});

test('serve_stale makes no exact reading: an expired answer may be given once more', () => {
  expect(positiveSeconds(kubeadm(block('serve_stale')), POD)).toMatchObject({ seconds: 30, exact: false });
  expect(negativeSeconds(kubeadm(block('serve_stale')), POD)).toMatchObject({ seconds: 30, exact: false });
});

test('a fallthrough concerns misses alone', () => {
  const text = '. {\n kubernetes {\n fallthrough\n }\n cache 60\n}';
  expect(positiveSeconds(text, POD)).toMatchObject({ seconds: 5, exact: true });
  expect(negativeSeconds(text, POD)).toMatchObject({ exact: false });
});

test('a forwarder keeps an answer for the TTL that the server behind hands out, within its own bounds', () => {
  const front = corefile('NodeLocal', 'cache {\n            success 9984 30\n            denial 9984 5\n    }');
  expect(negativeSeconds(front, POD, { ttl: 30 })).toMatchObject({ seconds: 5, exact: true });
  expect(negativeSeconds(front, POD, { ttl: 1 })).toMatchObject({ seconds: 5, exact: true });
  expect(positiveSeconds(front, POD, { ttl: 10 })).toMatchObject({ seconds: 10, exact: true });
});

test('keepttl hands out the whole TTL again', () => {
  expect(negativeSeconds(kubeadm(block('keepttl')), POD).keepsTtl).toBe(true);
  expect(negativeSeconds(kubeadm('cache 30'), POD).keepsTtl).toBe(false);
});

test('a TTL that the environment sets makes no exact reading', () => {
  expect(negativeSeconds(kubeadm('cache 30', 'ttl {$TTL}'), POD)).toMatchObject({ exact: false });
});
