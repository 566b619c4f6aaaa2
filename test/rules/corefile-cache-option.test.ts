import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileCacheOption } from '../../src/rules/corefile-cache-option';

holdsForPage(corefileCacheOption, {
  path: 'data.Corefile',
  message: 'line 8, column 9: "denial 9984 0": CoreDNS does not take these arguments and exits at its next start',
  fix: 'give denial a capacity, then if wanted a TTL from 1 and a shortest TTL from 0, whole numbers of seconds',
});

const options = (lines: string) => ofCorefile(corefileCacheOption, corefile(`  cache 30 {\n    ${lines}\n  }`)).map(({ message }) => message);

test.each([
  'denial', 'denial x', 'denial 9984 5s', 'denial 9984 5 -1', 'success 9984 0', 'prefetch', 'prefetch -1', 'prefetch 1 2', 'prefetch 1 1m 5%', 'prefetch 1 1m 20',
  'prefetch 1 1m 20% x', 'serve_stale 5', 'serve_stale -1s', 'serve_stale 1h never', 'serve_stale_policy x', 'servfail', 'servfail 6m', 'servfail 5',
  'disable', 'disable negative', 'keepttl 5',
])('fails the arguments of "%s"', (line) => {
  expect(options(line)).toEqual([`line 7, column 5: ${JSON.stringify(line)}: CoreDNS does not take these arguments and exits at its next start`]);
});

test('fails an option that cache does not have, and a TTL below 1', () => {
  expect(options('negative 5')).toEqual(['line 7, column 5: "negative 5": cache of CoreDNS 1.15 has no option negative, and CoreDNS exits at its next start']);
  expect(options('constructor')).toHaveLength(1);
  expect(ofCorefile(corefileCacheOption, corefile('  cache 0')).map(({ message }) => message))
    .toEqual(['line 6, column 9: cache 0: CoreDNS takes no TTL below 1 and exits at its next start']);
});

test.each([
  'denial 9984', 'denial 0', 'denial -1', 'denial 9984 5 0 7', 'success 9984 30 0', 'prefetch 0', 'prefetch 10 1m 10%', 'serve_stale', 'serve_stale 1h', 'serve_stale 1h30m verify 1s',
  'serve_stale 0', 'servfail 0', 'servfail 1.5s', 'disable denial', 'disable success a.test', 'keepttl', 'denial {$CAPACITY}', '"denial" "9984"', 'serve_stale\n    serve_stale_policy PREFER_POSITIVE',
])('"%s" is accepted', (line) => expect(options(line)).toEqual([]));
