import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';

/** A block of a page with the statement under it. */
export interface PageBlock {
  readonly id: string;
  readonly heading: 'Incorrect' | 'Correct';
  readonly file: string;
  /** Of the statement in the page, from 1 on. */
  readonly line: number;
  readonly yaml: string;
  readonly statement: string;
}

const HEADINGS = ['Incorrect', 'Correct'] as const;
const BLOCKS = /```yaml\n([^]*?)\n```\n\s*```text\n([^]*?)\n```/g;

/** Both blocks of a page; throws where one is missing, or there are two. */
export function blocksOf(id: string, file: string, text: string): PageBlock[] {
  return HEADINGS.map((heading) => {
    const start = text.indexOf(`\n## ${heading}\n`);
    if (start < 0) throw new Error(`${file} has no section ${heading}`);
    const end = text.indexOf('\n## ', start + 1);
    const section = text.slice(start, end < 0 ? undefined : end);
    const blocks = [...section.matchAll(BLOCKS)];
    if (blocks.length !== 1) throw new Error(`${file}, ${heading}: one block of YAML and a statement under it are needed, ${blocks.length} were found`);
    const [[whole, yaml, statement]] = blocks;
    const before = text.slice(0, start + blocks[0].index + whole.lastIndexOf('```text\n'));
    return { id, heading, file, line: before.split('\n').length + 1, yaml, statement };
  });
}

/** The documents of a block; throws where it is no YAML. */
export function objectsOf({ yaml }: PageBlock): any[] {
  return parseAllDocuments(yaml).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });
}

/** Pages in a folder. */
export function pagesIn(folder: string, wanted: (id: string) => boolean): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length)).filter(wanted).sort();
}

export function readBlocks(folder: string, id: string): PageBlock[] {
  const file = join(folder, `${id}.md`);
  return blocksOf(id, file, readFileSync(file, 'utf8'));
}
