import { advise } from '../../src/cluster-dns/advise';
import { readCurrent } from '../../src/cluster-dns/current';
import { platformOf } from '../../src/cluster-dns/platforms';
import { refusedWord } from '../../src/corefile/cache-arguments';
import { patchCache } from '../../src/corefile/edit';
import { parse } from '../../src/corefile/parse';

const corefile = (cache: string) => `.:53 {\n    kubernetes cluster.local {\n        ttl 30\n    }\n    ${cache}\n}\n`;
const block = (option: string) => corefile(`cache 30 {\n        ${option}\n    }`);
const word = (text: string) => refusedWord(parse(text).blocks[0].directives[1])?.text;

/** CoreDNS 1.15.0 exits with each of them. */
const REFUSED: ReadonlyArray<readonly [text: string, word: string]> = [
  [corefile('cache 0'), '0'], [corefile('cache -5'), '-5'], [block('denial 9984 0'), 'denial'], [block('success 9984 0'), 'success'],
  [block('denial 9984 5 -1'), 'denial'], [block('foo'), 'foo'], [block('prefetch x'), 'prefetch'], [block('servfail 10m'), 'servfail'],
  [block('serve_stale 1h foo'), 'serve_stale'], [block('disable negative'), 'disable'],
];

test.each(REFUSED)('fails %j: CoreDNS does not start with it, so it is neither edited nor called a cure', (text, expected) => {
  expect(word(text)).toBe(expected);
  expect(patchCache(text, { zones: ['db.prod.svc.cluster.local'], disable: ['success', 'denial'] }).refusal?.code).toBe('cache-malformed');
  const advice = advise({
    platform: platformOf('kubeadm')!,
    current: readCurrent(text) as any,
    services: [{ service: 'db', namespace: 'prod', domain: 'cluster.local' }],
    scope: 'service',
    denialOnly: false,
    aboutToUpgrade: false,
    kubernetesVersion: '1.31',
  } as any);
  expect([advice.kind, advice.refusals.map(({ code }) => code)]).toEqual(['refused', ['cache-malformed']]);
});

test('what CoreDNS takes is taken, and what a variable stands for is not judged', () => {
  for (const text of [corefile('cache'), corefile('cache 30'), corefile('cache cluster.local'), block('denial 9984 1 0'), block('prefetch 10 1m 20%'), block('servfail 5m'),
    block('serve_stale 1h verify'), block('disable denial a.test'), block('keepttl'), block('denial {$N}'), block('{$OPTION}')]) expect(word(text)).toBeUndefined();
});
