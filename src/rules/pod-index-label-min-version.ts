import { list, map } from './json';
import type { FieldPath, Rule } from './rule';
import { POD_INDEX_LABEL, POD_INDEX_MINOR, POD_NAME_LABEL } from '../identity/labels';

const REF = `metadata.labels['${POD_INDEX_LABEL}']`;

export const podIndexLabelMinVersion: Rule = {
  id: 'pod-index-label-min-version',
  severity: 'warning',
  title: `the label ${POD_INDEX_LABEL} is used from Kubernetes 1.${POD_INDEX_MINOR} on`,
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L457, gate PodIndexLabel',
  set: (set, report, { minor }) => {
    if (minor >= POD_INDEX_MINOR) return;
    const refs: Array<[source: any, path: FieldPath]> = [
      ...set.containers.flatMap(({ container, path }) => list(container.env)
        .map((env, i): [any, FieldPath] => [env?.valueFrom, [...path, 'env', i, 'valueFrom']])),
      ...set.volumes.flatMap((volume, v) => [volume, ...list(map(volume.projected).sources)].flatMap((source) => list(source?.downwardAPI?.items))
        .map((item): [any, FieldPath] => [item, set.podPath('volumes', v)])),
    ];
    for (const [source, path] of refs) {
      if (source?.fieldRef?.fieldPath !== REF) continue;
      report({
        object: set.object,
        path,
        message: `${REF} is read, and Kubernetes 1.${minor} sets no such label; the container gets an empty text for its ordinal`,
        fix: 'read metadata.name and cut the ordinal from its end',
      });
    }
  },
  all: (all, report, { minor }) => {
    for (const service of minor < POD_INDEX_MINOR ? all.services : []) {
      if (!(POD_INDEX_LABEL in map(map(service.spec).selector))) continue;
      report({
        object: service,
        path: ['spec', 'selector', POD_INDEX_LABEL],
        message: `the selector asks for ${POD_INDEX_LABEL}, and Kubernetes 1.${minor} sets no such label; the Service selects no pod`,
        fix: `select ${POD_NAME_LABEL}: <set>-<ordinal> instead`,
      });
    }
  },
};
