import { shown } from './json';
import { claimNames, mountsOf, normalPath } from './mounts';
import type { Rule } from './rule';

export const mountPathNested: Rule = {
  id: 'mount-path-nested',
  severity: 'warning',
  title: 'no claim is mounted below the path of another claim',
  source: 'accepted by 1.28.15 and 1.36.3; the effect follows from the order of mounts',
  set: (set, report) => {
    const claims = claimNames(set);
    for (const holder of set.containers) {
      const mounts = mountsOf(holder).filter(({ name, at }) => claims.has(name) && at?.startsWith('/'));
      const byPath = new Map(mounts.map((mount) => [normalPath(mount.at ?? ''), mount]));
      for (const { name, at, path } of mounts) {
        const outer = above(normalPath(at ?? '')).map((directory) => byPath.get(directory)).find((mount) => mount && mount.name !== name);
        if (!outer) continue;
        report({
          object: set.object,
          path: [...path, 'mountPath'],
          message: `claim ${shown(name)} is mounted at ${shown(at)}, inside claim ${shown(outer.name)} at ${shown(outer.at)}; `
            + 'the outer volume is never empty then, and its backup or restore lacks what lies below',
          fix: 'mount the two claims side by side, and point the server to both directories',
        });
      }
    }
  },
};

/** The directories above a path, the nearest first, without the root. */
function above(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, i) => `/${parts.slice(0, parts.length - i).join('/')}`);
}
