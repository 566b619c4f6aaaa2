import { parseImage } from './image';
import { list, map, shown, text } from './json';
import { claimNames, mountsOf, normalPath } from './mounts';
import type { Json, Rule } from './rule';

const POSTGRES: ReadonlySet<string> = new Set(['postgres', 'postgis', 'timescaledb', 'pgvector']);

export const mountRootNotEmpty: Rule = {
  id: 'mount-root-not-empty',
  severity: 'warning',
  title: 'PGDATA is below the root of a claim, not the root itself',
  source: 'initdb: directory "/var/lib/postgresql/data" exists but is not empty; reactive-tech/kubegres#11',
  set: (set, report) => {
    const claims = claimNames(set);
    for (const holder of set.containers.filter(({ init, sidecar }) => !init || sidecar)) {
      const directory = pgdata(holder.container);
      if (directory === undefined) continue;
      for (const { mount, name, at, path } of mountsOf(holder)) {
        if (!at || normalPath(at) !== normalPath(directory) || !claims.has(name) || mount.subPath || mount.subPathExpr) continue;
        report({
          object: set.object,
          path: [...path, 'mountPath'],
          message: `claim ${shown(name)} is mounted at PGDATA ${directory}; a fresh ext4 volume holds lost+found, `
            + 'initdb refuses a directory that is not empty and the first member never starts',
          fix: `set the variable PGDATA to ${directory}/pgdata, or mount with subPath: pgdata`,
        });
      }
    }
  },
};

/** The data directory of a Postgres container; undefined for others, and where a reference decides it. */
function pgdata(container: Json): string | undefined {
  const { repository, tag } = parseImage(text(container.image) ?? '');
  if (!POSTGRES.has(repository.split('/').pop() ?? '')) return undefined;
  const variable = list(container.env).map(map).find(({ name }) => name === 'PGDATA');
  if (variable) return text(variable.value);
  // The images of Postgres 18 and later keep it in a directory of its own below their volume.
  return Number.parseInt(tag, 10) >= 18 ? undefined : '/var/lib/postgresql/data';
}
