import { list, map, shown } from './json';
import { type Rule, since } from './rule';

/** The minor version whose API server keeps `recursiveReadOnly`; older ones drop it. */
const RECURSIVE = 31;

export const mountOptionsValid: Rule = {
  id: 'mount-options-valid',
  severity: 'error',
  title: 'mounts propagate to the node from privileged containers alone, and are read-only with all below them only where they are read-only',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateMountPropagation); v1.36.3 L1427, L1458 (validateMountRecursiveReadOnly)',
  rejected: since(34),
  set: (set, report, { minor }) => {
    for (const { container, path } of set.containers) {
      list(container.volumeMounts).forEach((each, i) => {
        const { mountPropagation, recursiveReadOnly, readOnly } = map(each);
        if (!mountPropagation && !recursiveReadOnly) return;
        const refused = (field: string, message: string, fix: string) =>
          report({ object: set.object, path: [...path, 'volumeMounts', i, field], message: `container ${shown(container.name)}: ${message}; the pod cannot be created`, fix });
        if (mountPropagation === 'Bidirectional' && map(container.securityContext).privileged !== true) {
          refused('mountPropagation', 'mountPropagation is Bidirectional, and the container is not privileged', 'write HostToContainer, which mounts of the node need, or privileged: true');
        }
        if (minor < RECURSIVE || !['Enabled', 'IfPossible'].includes(recursiveReadOnly)) return;
        if (readOnly !== true) refused('recursiveReadOnly', `recursiveReadOnly is ${recursiveReadOnly}, and the mount is not read-only`, 'write readOnly: true beside it');
        if (mountPropagation && mountPropagation !== 'None') refused('recursiveReadOnly', `recursiveReadOnly is ${recursiveReadOnly} beside mountPropagation ${shown(mountPropagation)}`, 'leave one of them out');
      });
    }
  },
};
