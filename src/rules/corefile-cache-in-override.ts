import { type CorefileView, corefileViews, problemAt } from './corefiles';
import type { Rule } from './rule';
import type { ServerBlock } from '../corefile/cst';
import { directives } from '../corefile/server-block';

/** Whether an import of a folder's files, such as `custom/*.override`, brings the file of this name. */
function brings(pattern: string, key: string): boolean {
  const [prefix, suffix] = pattern.split('/').at(-1)!.split('*');
  return suffix === undefined ? prefix === key : key.startsWith(prefix) && key.endsWith(suffix);
}

/** The server blocks of the rendering's own Corefile that import files; undefined if it is not rendered. */
function importingBlocks(views: readonly CorefileView[]): readonly ServerBlock[] | undefined {
  const main = views.find(({ role, object }) => role === 'main' && object.metadata.name === 'coredns');
  return main?.file.blocks.filter(({ imports }) => imports.length > 0);
}

export const corefileCacheInOverride: Rule = {
  id: 'corefile-cache-in-override',
  severity: 'error',
  title: 'no override brings a cache into a server block that has one',
  source: 'Azure/AKS#3661; coredns v1.15.0 plugin/cache/setup.go ErrOnce; cases 71 and 72 of test/corefile/cases.json, refused by CoreDNS 1.15.0',
  all: (all, report) => {
    const views = corefileViews(all);
    const importing = importingBlocks(views);
    const filled = new Set<ServerBlock>();
    for (const view of views.filter(({ role, file }) => role === 'override' && file.errors.length === 0)) {
      const [cache] = view.file.blocks.flatMap((block) => directives(block, 'cache'));
      if (!cache) continue;
      const blocks = importing?.filter(({ imports }) => imports.some(({ pattern }) => brings(pattern.text, view.key)));
      const taken = blocks?.some((block) => filled.has(block) || directives(block, 'cache').length > 0) ?? true;
      blocks?.forEach((block) => filled.add(block));
      if (!taken) continue;
      report(problemAt(view, cache.name, {
        message: `${view.key} is read inside a server block that has a cache already, and CoreDNS takes one: it exits at its next start`,
        fix: 'give the zone a server block of its own with its own cache, under a key that ends in .server',
      }));
    }
  },
};
