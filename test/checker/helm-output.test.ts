import { withoutNotes } from '../../src/checker/helm-output';

const HEADER = 'NAME: db\nLAST DEPLOYED: today\nSTATUS: pending-install\nMANIFEST:\n---\nkind: A\n';

test('the notes behind the manifests of a dry run are cut off', () => {
  expect(withoutNotes(`${HEADER}NOTES:\n1. {{ x }}\n`)).toBe(HEADER);
  expect(withoutNotes(`${HEADER}NOTES: \r\n1. x\n`)).toBe(HEADER);
});

test('a dry run without notes, and a key of that name in any other text, stay', () => {
  for (const text of [HEADER, 'kind: A\nNOTES:\n  x: 1\n', `${HEADER}x:\n  NOTES:\n`]) expect(withoutNotes(text)).toBe(text);
});
