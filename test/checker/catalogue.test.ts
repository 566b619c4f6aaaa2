import { catalogue, describe as described } from '../../src/checker/catalogue';
import { RULES } from '../../src/rules/engine';

test('every rule is listed once, with those about texts and acknowledgements', () => {
  const ids = catalogue(28).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual([...RULES.map(({ id }) => id), 'acknowledgement', 'input-unreadable', 'input-not-text', 'yaml-syntax', 'yaml-template', 'yaml-document-end', 'yaml-duplicate-key', 'input-without-objects', 'input-kustomization', 'input-version']);
});

test('what the API server rejects depends on the version', () => {
  const rejected = (minor: number) => catalogue(minor).find(({ id }) => id === 'mount-volume-exists')!.rejected;
  expect([rejected(28), rejected(34)]).toEqual([false, true]);
});

test('a rule that nobody knows is described by its id', () => {
  expect(described('gone')).toMatchObject({ title: 'gone', severity: 'error' });
});
