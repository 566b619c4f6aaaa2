import { list, map, shown, text } from './json';
import { claimNames } from './mounts';
import { type Json, type Rule, since } from './rule';

/** The gates of the others, ClusterTrustBundleProjection and PodCertificateRequest, are off: the server drops them. */
const KINDS = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'];

export const projectedSourcesValid: Rule = {
  id: 'projected-sources-valid',
  severity: 'error',
  title: 'each source of a projected volume is of one kind, and no two of them write the same file',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateProjectionSources), v1.36.3 L1152; v1.28.15 pkg/volume/projected/projected.go (collectData)',
  rejected: since(34),
  set: (set, report) => {
    const claims = claimNames(set);
    set.volumes.forEach((volume, i) => {
      if (!volume.projected || claims.has(volume.name)) return;
      const files = new Map<string, Written>();
      list(volume.projected.sources).map(map).forEach((source, j) => {
        const at = { object: set.object, path: set.podPath('volumes', i, 'projected', 'sources', j) };
        const refused = (message: string, fix: string) => report({ ...at, message: `source ${j} of volume ${shown(volume.name)} ${message}; the pod cannot be created`, fix });
        const kinds = KINDS.filter((kind) => (source[kind] ?? undefined) !== undefined);
        if (kinds.length > 1) refused(`has ${kinds.join(' and ')}`, 'write each as a source of its own');
        for (const { path, isToken } of writtenBy(source)) {
          const before = files.get(path);
          if (before && (isToken || before.isToken)) {
            report({
              ...at,
              severity: 'warning',
              rejected: false,
              message: `source ${j} of volume ${shown(volume.name)} writes the file ${shown(path)} over that of source ${before.source}; containers read a token where they look for a file, or the other way round`,
              fix: 'write another path for one of them',
            });
          } else if (before) {
            refused(`writes the file ${shown(path)} that source ${before.source} writes`, 'write another path, or project the one that is meant');
          } else {
            files.set(path, { isToken, source: j });
          }
        }
      });
    });
  },
};

interface Written { readonly isToken: boolean; readonly source: number }

/** The server does not look at the paths of tokens: the kubelet writes source after source, and the last one stays. */
function writtenBy({ secret, configMap, downwardAPI, serviceAccountToken }: Json): Array<{ readonly path: string; readonly isToken: boolean }> {
  const files = [secret, configMap, downwardAPI].flatMap((source) => list(map(source).items)).map((item) => ({ path: text(map(item).path), isToken: false }));
  const token = { path: text(map(serviceAccountToken).path), isToken: true };
  return [...files, token].filter((each): each is { path: string; isToken: boolean } => Boolean(each.path));
}
