import { withoutNotes } from '../../src/checker/helm-output';

const DRY_RUN = 'NAME: db\nLAST DEPLOYED: Mon Nov 24 08:00:00 2025\nMANIFEST:\n---\nkind: Service\n';

test('the notes of a dry run are cut off', () => {
  expect(withoutNotes(`${DRY_RUN}\nNOTES:\n1. {{ nothing }}\n`)).toBe(`${DRY_RUN}\n`);
  expect(withoutNotes(DRY_RUN)).toBe(DRY_RUN);
});

test('a manifest with such a line of its own stays whole', () => {
  const text = 'kind: ConfigMap\ndata:\n  a: |\nNOTES:\n  b\n';
  expect(withoutNotes(text)).toBe(text);
});
