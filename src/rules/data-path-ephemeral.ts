import { volatileData } from './data-directories';
import { shown } from './json';
import type { Rule } from './rule';

const OUTCOME = {
  emptyDir: 'the data is deleted with every pod, so with every rolling update',
  ephemeral: 'its claim belongs to the pod and is deleted with it, so with every rolling update',
  hostPath: 'the data stays on the node when the member moves, and members on one node write to the same directory',
};

export const dataPathEphemeral: Rule = {
  id: 'data-path-ephemeral',
  severity: 'error',
  title: 'a well-known data directory is on a claim, not on a volume that ends with the pod or stays with the node',
  source: 'kubernetes.io/docs/concepts/storage/ephemeral-volumes: the pod owns the claim; emptyDir is deleted with the pod',
  set: (set, report) => {
    for (const { mount, directory, source, certain } of volatileData(set)) {
      report({
        object: set.object,
        path: [...mount.path, 'mountPath'],
        // Beside claim templates somebody has thought about where the data goes; another program may use the path for itself.
        severity: set.claims.length > 0 || !certain ? 'warning' : 'error',
        message: `${directory}, where ${certain ? 'the server keeps its data' : 'a server usually keeps its data'}, is on ${source} volume ${shown(mount.name)}: `
          + OUTCOME[source],
        fix: `declare ${mount.name} in volumeClaimTemplates instead of volumes`,
      });
    }
  },
};
