import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileDisableTwice } from '../../src/rules/corefile-disable-twice';

holdsForPage(corefileDisableTwice, {
  path: 'data.Corefile',
  message: 'line 8, column 9: a later disable denial replaces this one, so db.prod.svc.cluster.local stays cached',
  fix: 'write one line: disable denial with the zones of both',
});

const lines = (...options: string[]) => ofCorefile(corefileDisableTwice, corefile(`  cache 30 {\n${options.map((line) => `    ${line}\n`).join('')}  }`))
  .map(({ message }) => message);

test('fails each line that is replaced, with the zones that are lost', () => {
  expect(lines('disable denial', 'disable denial a.test')).toEqual(['line 7, column 5: a later disable denial replaces this one, so . stays cached']);
  expect(lines('disable success a.test b.test c.test d.test', 'disable success b.test'))
    .toEqual(['line 7, column 5: a later disable success replaces this one, so a.test, c.test, d.test stays cached']);
  expect(lines('disable denial a.test', 'disable denial b.test', 'disable denial c.test')).toHaveLength(2);
});

test('one line of each kind is accepted, and so is a line whose zones the later one holds', () => {
  expect(lines('disable success a.test', 'disable denial a.test')).toEqual([]);
  expect(lines('disable denial db.a.test', 'disable denial A.test.')).toEqual([]);
  expect(lines('disable denial a.test', 'disable denial')).toEqual([]);
  expect(lines('disable denial a.test', 'disable denial a.test')).toEqual([]);
});
