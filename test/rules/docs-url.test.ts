import { readFileSync } from 'fs';
import { join } from 'path';
import { RULES } from '../../src/rules';
import { docsUrl } from '../../src/rules/docs-url';

const ROOT = join(__dirname, '..', '..');

test('every rule has a page of its own in the repository of the package', () => {
  const { repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const docs = `${repository.url.replace(/\.git$/, '')}/blob/main/docs/`;
  expect(docsUrl('pdb-quorum')).toBe(`${docs}rules/pdb-quorum.md`);
  expect(docsUrl('corefile-invalid')).toBe(`${docs}rules/corefile-invalid.md`);
  for (const { id } of RULES) expect(readFileSync(join(ROOT, 'docs', docsUrl(id).slice(docs.length)), 'utf8')).toContain(`# ${id}\n`);
});

test('what is no rule of manifests has a chapter that exists', () => {
  for (const id of ['acknowledgement', 'yaml-syntax', 'input-unreadable']) {
    const [, file, anchor] = /docs\/(.+)#(.+)$/.exec(docsUrl(id))!;
    expect(readFileSync(join(ROOT, 'docs', file), 'utf8').toLowerCase()).toMatch(new RegExp(`^#+ ${anchor}$`, 'm'));
  }
});
