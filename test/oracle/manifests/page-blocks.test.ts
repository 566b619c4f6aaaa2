import { blocksOf, objectsOf } from '../../../oracle/manifests/page-blocks';

const section = (name: string, yaml: string) => `## ${name}\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n\n\`\`\`text\nKubernetes says ${name}\n\`\`\`\n`;
const PAGE = `# a-rule\n\n## Why\n\nIt breaks.\n\n${section('Incorrect', 'a: 1\n---\nb: 2')}\n${section('Correct', 'a: 3')}\n## Source\n\nx\n`;

test('both blocks are read with their statement and its line', () => {
  const blocks = blocksOf('a-rule', 'a-rule.md', PAGE);
  expect(blocks.map(({ heading, statement }) => `${heading}: ${statement}`)).toEqual(['Incorrect: Kubernetes says Incorrect', 'Correct: Kubernetes says Correct']);
  expect(blocks.map(({ line }) => PAGE.split('\n')[line - 1])).toEqual(['Kubernetes says Incorrect', 'Kubernetes says Correct']);
  expect(blocks.map(objectsOf)).toEqual([[{ a: 1 }, { b: 2 }], [{ a: 3 }]]);
});

test('fails for a page without a section', () => {
  expect(() => blocksOf('a-rule', 'a-rule.md', PAGE.replace('## Correct', '## Right'))).toThrow('a-rule.md has no section Correct');
});

test('fails for a section without a statement, and for one with two blocks', () => {
  expect(() => blocksOf('a-rule', 'a-rule.md', PAGE.replace('```text', '```'))).toThrow('a-rule.md, Incorrect: one block of YAML and a statement under it are needed, 0 were found');
  expect(() => blocksOf('a-rule', 'a-rule.md', PAGE.replace('## Correct', section('More', 'c: 4').replace('## More', '') + '\n## Correct'))).toThrow('2 were found');
});

test('fails for a block that is no YAML', () => {
  const [block] = blocksOf('a-rule', 'a-rule.md', PAGE.replace('a: 1', 'a: "1'));
  expect(() => objectsOf(block)).toThrow(/quote/);
});
