import { shown } from './json';
import { mountsOf, onWindows } from './mounts';
import type { Rule } from './rule';

const WINDOWS = /^[A-Za-z]:[\\/]/;

export const mountPathAbsolute: Rule = {
  id: 'mount-path-absolute',
  severity: 'error',
  title: 'a mount path is absolute and has no ":"',
  source: 'k8s.io/api core/v1 types.go, comment on mountPath: "Must not contain \':\'"; kubernetes v1.28.15 pkg/kubelet/kubelet_pods.go L249 '
    + '(MakeAbsolutePath); accepted by 1.28.15 and 1.36.3',
  set: (set, report, target) => {
    for (const { mount, at, path, holder } of set.containers.flatMap(mountsOf)) {
      if (at?.startsWith('/') && !at.includes(':')) continue;
      if (at && onWindows(set) && WINDOWS.test(at)) continue;
      report({
        object: set.object,
        path: [...path, 'mountPath'],
        message: `mountPath ${shown(mount.mountPath)} of container ${shown(holder.container.name)} is not an absolute path without ":"; ${outcome(at)}`,
        fix: 'write the full path from "/" on, without ":"',
        // Only a path that is there may be anything.
        rejected: !at && target.minor >= 34,
      });
    }
  },
};

function outcome(at: string | undefined): string {
  if (!at) return 'the pod cannot be created';
  if (at.includes(':')) return 'whether the container starts is up to the container runtime';
  return 'the kubelet puts "/" in front, whatever the working directory of the server is, and its data may miss the volume';
}
