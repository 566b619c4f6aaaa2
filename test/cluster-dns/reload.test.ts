import { liveSentences, reloadSeconds } from '../../src/cluster-dns/reload';
import { parse } from '../../src/corefile/parse';

const within = (reload: string) => reloadSeconds(parse(`. {\n ${reload}\n}`));

/** plugin/reload/setup.go of 1.15.0: an interval of 30 s, moved by at most a quarter of it to either side. */
test.each<[string, number | undefined]>([
  ['reload', 37.5], ['reload 10s', 12.5], ['reload 2s 0s', 2], ['reload 1m30s 10s', 95], ['reload 30s 60s', 37.5], ['reload 500ms', 0.625], ['whoami', undefined],
])('with "%s" a new text is taken up within %s s', (reload, seconds) => expect(within(reload)).toBe(seconds));

test('without the plugin somebody has to restart the pods', () => {
  expect(liveSentences(parse('. {\n whoami\n}'))).toEqual([
    'the kubelet may take two minutes to write the new text into the pods; the Corefile has no plugin reload, so restart the CoreDNS pods after that',
  ]);
  expect(liveSentences(parse('. {\n reload\n}'))).toEqual([
    'the kubelet may take two minutes to write the new text into the pods; CoreDNS takes it up within 37.5 s after that, by its plugin reload, and starts with empty caches',
  ]);
  expect(liveSentences(undefined)).toEqual(['the kubelet may take two minutes to write the new text into the pods; CoreDNS takes it up by its plugin reload, or at its next start']);
});
