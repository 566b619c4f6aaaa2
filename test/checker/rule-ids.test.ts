import { catalogue } from '../../src/checker/catalogue';
import { ruleIds } from '../../src/checker/rule-ids';
import { OF_DECLARATIONS } from '../../src/rules/rule';

test('whatever can be acknowledged can be named: rules, what is said of texts, and of declarations', () => {
  const listed = catalogue(28).map(({ id }) => id).filter((id) => id !== 'acknowledgement');
  expect([...ruleIds()].sort()).toEqual([...listed, ...OF_DECLARATIONS].sort());
});
