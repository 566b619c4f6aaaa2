import { shown } from './json';
import { claimNames, devicesOf, mountsOf } from './mounts';
import { Rule, since } from './rule';

export const mountVolumeExists: Rule = {
  id: 'mount-volume-exists',
  severity: 'error',
  title: 'every volume mount and volume device names a pod volume or a claim template',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L3098; kubernetes#131761',
  rejected: since(34),
  set: (set, report) => {
    const known = new Set(claimNames(set));
    for (const volume of set.volumes) known.add(volume.name);
    for (const holder of set.containers) {
      for (const { mount, name, path } of [...mountsOf(holder), ...devicesOf(holder)]) {
        if (name !== '' && known.has(name)) continue;
        report({
          object: set.object,
          path: [...path, 'name'],
          message: `container ${shown(holder.container.name)} mounts ${shown(mount.name)}, which is neither a volume nor a claim template; `
            + 'before 1.34 the API server accepts the set, the controller creates the claims and then cannot create the pod',
          fix: name === '' ? 'name a volume or a claim template' : `add a claim template or a volume named ${name}, or correct the name`,
        });
      }
    }
  },
};
