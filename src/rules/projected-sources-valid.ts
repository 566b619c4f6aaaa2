import { list, map, shown, text } from './json';
import { claimNames } from './mounts';
import { type Json, type Rule, since } from './rule';

/** The gates of the others, ClusterTrustBundleProjection and PodCertificateRequest, are off: the server drops them. */
const KINDS = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'];

export const projectedSourcesValid: Rule = {
  id: 'projected-sources-valid',
  severity: 'error',
  title: 'each source of a projected volume is of one kind, and no two of them write the same file',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateProjectionSources), v1.36.3 L1152',
  rejected: since(34),
  set: (set, report) => {
    set.volumes.forEach((volume, i) => {
      if (!volume.projected || claimNames(set).has(volume.name)) return;
      const files = new Map<string, number>();
      list(volume.projected.sources).map(map).forEach((source, j) => {
        const refused = (message: string, fix: string) => report({
          object: set.object,
          path: set.podPath('volumes', i, 'projected', 'sources', j),
          message: `source ${j} of volume ${shown(volume.name)} ${message}; the pod cannot be created`,
          fix,
        });
        const kinds = KINDS.filter((kind) => (source[kind] ?? undefined) !== undefined);
        if (kinds.length > 1) refused(`has ${kinds.join(' and ')}`, 'write each as a source of its own');
        for (const path of pathsOf(source)) {
          if (files.has(path)) refused(`writes the file ${shown(path)} that source ${files.get(path)} writes`, 'write another path, or project the one that is meant');
          else files.set(path, j);
        }
      });
    });
  },
};

/** The server does not look at the path of a token here. */
function pathsOf({ secret, configMap, downwardAPI }: Json): string[] {
  return [secret, configMap, downwardAPI].flatMap((source) => list(map(source).items)).flatMap((item) => text(map(item).path) || []);
}
