import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileDisableTwoKinds } from '../../src/rules/corefile-disable-two-kinds';

holdsForPage(corefileDisableTwoKinds, {
  path: 'data.Corefile', message: 'line 8, column 25: CoreDNS takes denial for a zone of disable success: the denial cache stays on',
});

const line = (text: string) => ofCorefile(corefileDisableTwoKinds, corefile(`  cache 30 {\n    ${text}\n  }`)).map(({ message }) => message);

test('fails either order, with zones or without', () => {
  expect(line('disable denial success')).toEqual(['line 7, column 20: CoreDNS takes success for a zone of disable denial: the success cache stays on']);
  expect(line('disable denial denial a.test')).toEqual(['line 7, column 20: CoreDNS takes denial for a zone of disable denial']);
});

test.each(['disable denial', 'disable success cluster.local', 'disable denial denial.test', 'disable denial a.test success'])('"%s" is accepted', (text) => {
  expect(line(text)).toEqual([]);
});
