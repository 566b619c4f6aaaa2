import { shown } from './json';
import { claimsByName, devicesOf, mountsOf } from './mounts';
import type { Rule } from './rule';

export const blockModeDevice: Rule = {
  id: 'block-mode-device',
  severity: 'error',
  title: 'a Block claim is used through volumeDevices, a Filesystem claim through volumeMounts',
  source: 'kubernetes v1.36.3 pkg/kubelet/volumemanager/populator/desired_state_of_world_populator.go L486-497',
  set: (set, report) => {
    const claims = claimsByName(set);
    for (const [entries, field, wrong, right] of [
      [set.containers.flatMap(mountsOf), 'volumeMounts', 'Block', 'volumeDevices (devicePath instead of mountPath)'],
      [set.containers.flatMap(devicesOf), 'volumeDevices', 'Filesystem', 'volumeMounts (mountPath instead of devicePath)'],
    ] as const) {
      for (const { name, path } of entries) {
        const claim = claims.get(name);
        if (claim === undefined || (claim.spec?.volumeMode ?? 'Filesystem') !== wrong) continue;
        report({
          object: set.object,
          path: [...path, 'name'],
          message: `claim ${shown(name)} has volumeMode ${wrong} but is used in ${field}; the kubelet never starts the container`,
          fix: `move it to ${right}, or change volumeMode before the first apply`,
        });
      }
    }
  },
};
