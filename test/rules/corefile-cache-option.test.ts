import { ACCEPTED, REFUSED } from './cache-option-cases';
import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileCacheOption } from '../../src/rules/corefile-cache-option';

holdsForPage(corefileCacheOption, {
  path: 'data.Corefile',
  message: 'line 8, column 9: "denial 9984 0": CoreDNS does not take these arguments and exits at its next start',
  fix: 'give denial a capacity, then if wanted a TTL from 1 and a shortest TTL from 0, whole numbers of seconds',
});

const options = (lines: string) => ofCorefile(corefileCacheOption, corefile(`  cache 30 {\n    ${lines}\n  }`)).map(({ message }) => message);

test.each(REFUSED)('fails the arguments of "%s"', (line) => {
  expect(options(line)).toEqual([`line 7, column 5: ${JSON.stringify(line)}: CoreDNS does not take these arguments and exits at its next start`]);
});

test('fails an option that cache does not have, and a TTL below 1', () => {
  expect(options('negative 5')).toEqual(['line 7, column 5: "negative 5": cache of CoreDNS 1.15 has no option negative, and CoreDNS exits at its next start']);
  expect(options('constructor')).toHaveLength(1);
  expect(ofCorefile(corefileCacheOption, corefile('  cache 0')).map(({ message }) => message))
    .toEqual(['line 6, column 9: cache 0: CoreDNS takes no TTL below 1 and exits at its next start']);
});

test.each([...ACCEPTED, 'denial {$CAPACITY}'])('"%s" is accepted', (line) => expect(options(line)).toEqual([]));
