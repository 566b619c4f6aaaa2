import { list, map, shown, text } from './json';
import { claimNames, mountsOf } from './mounts';
import { type Rule, since } from './rule';
import type { SetView } from './set-view';

export const volumeDeviceValid: Rule = {
  id: 'volume-device-valid',
  severity: 'error',
  title: 'devices of a container are claims, with names and absolute paths that no other device or mount of it has',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L2748 (ValidateVolumeDevices), pkg/kubelet/kubelet_pods.go L116; run of v1.28.15 and v1.36.3',
  rejected: since(34),
  set: (set, report) => {
    let foreign: Set<unknown> | undefined;
    for (const holder of set.containers) {
      const devices = list(holder.container.volumeDevices).map(map);
      if (devices.length === 0) continue;
      const mounts = mountsOf(holder);
      const names = new Set(mounts.map(({ name }) => name));
      const paths = new Set(mounts.map(({ at }) => at));
      devices.forEach(({ name, devicePath }, i) => {
        const at = (field: string, message: string, fix: string, rejected?: boolean) => report({
          object: set.object,
          path: [...holder.path, 'volumeDevices', i, field],
          rejected,
          message: `container ${shown(holder.container.name)}: ${message}; the ${rejected === false ? 'container cannot be started' : 'pod cannot be created'}`,
          fix,
        });
        const path = text(devicePath) ?? '';
        if (path === '') at('devicePath', 'a device has no devicePath', 'write where the device appears, for example /dev/xvda');
        else if (path.split('/').includes('..')) at('devicePath', `devicePath ${shown(path)} goes up by ".."`, 'write the path without ".."');
        // The API server takes it, the kubelet does not.
        else if (!path.startsWith('/')) at('devicePath', `devicePath ${shown(path)} is not absolute`, `write /${path}, the full path`, false);
        if (path !== '' && paths.has(path)) at('devicePath', `${shown(path)} is the path of an earlier device or of a mount`, 'give every device and mount a path of its own');
        if (name && names.has(name)) at('name', `the volume ${shown(name)} is used by an earlier device or by a mount`, 'use a volume once, as a device or as a file system');
        foreign ??= withoutClaim(set);
        if (foreign.has(name)) at('name', `the volume ${shown(name)} is neither a claim nor ephemeral, so it has no device`, 'use a claim template with volumeMode: Block, or mount the volume by volumeMounts');
        paths.add(path);
        names.add(name);
      });
    }
  },
};

/** Names of the volumes that no claim stands behind, in whose place the controller puts none either. */
function withoutClaim(set: SetView): Set<unknown> {
  const claims = claimNames(set);
  const others = set.volumes.filter(({ persistentVolumeClaim, ephemeral }) => !persistentVolumeClaim && !ephemeral);
  return new Set(others.map(({ name }) => name).filter((name) => name && !claims.has(name)));
}
