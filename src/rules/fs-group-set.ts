import { map, shown } from './json';
import { claimsByName, mountsOf, onWindows } from './mounts';
import type { Rule } from './rule';
import type { ContainerView, SetView } from './set-view';

export const fsGroupSet: Rule = {
  id: 'fs-group-set',
  severity: 'warning',
  title: 'a pod that writes to a claim as non-root sets fsGroup',
  source: 'kubernetes.io/docs/tasks/configure-pod-container/security-context: a fresh volume belongs to root',
  set: (set, report) => {
    if (Number.isInteger(map(set.pod.securityContext).fsGroup) || onWindows(set)) return;
    const claims = claimsByName(set);
    const written = (holder: ContainerView) => mountsOf(holder)
      .filter(({ name, mount }) => claims.has(name) && map(claims.get(name)?.spec).volumeMode !== 'Block' && mount.readOnly !== true)
      .map(({ name }) => name);
    // A root init container that mounts the claim can hand it over.
    const handedOver = new Set(set.containers.filter((holder) => holder.init && !holder.sidecar && !nonRoot(set, holder)).flatMap(written));
    for (const holder of set.containers) {
      const name = nonRoot(set, holder) ? written(holder).find((claim) => !handedOver.has(claim)) : undefined;
      if (name === undefined) continue;
      report({
        object: set.object,
        path: set.podPath('securityContext', 'fsGroup'),
        message: `container ${shown(holder.container.name)} writes to claim ${shown(name)} as non-root without fsGroup; `
          + 'a fresh volume belongs to root, so its first write is refused',
        fix: 'set securityContext.fsGroup to the group of the server, and fsGroupChangePolicy: OnRootMismatch to keep starts of big volumes fast',
      });
      return;
    }
  },
};

/** Whether the manifest says that a container does not run as root. */
function nonRoot(set: SetView, { container }: ContainerView): boolean {
  const context = { ...map(set.pod.securityContext), ...map(container.securityContext) };
  return Number.isInteger(context.runAsUser) ? context.runAsUser > 0 : context.runAsNonRoot === true;
}
