import { shown } from './json';
import { claimNames } from './mounts';
import type { Rule } from './rule';

export const vctShadowsVolume: Rule = {
  id: 'vct-shadows-volume',
  severity: 'warning',
  title: 'no pod volume has the name of a claim template',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L415',
  set: (set, report) => {
    const claims = claimNames(set);
    set.volumes.forEach((volume, i) => {
      if (!claims.has(volume.name)) return;
      report({
        object: set.object,
        path: set.podPath('volumes', i, 'name'),
        message: `volume ${shown(volume.name)} has the name of a claim template; the controller puts the claim in its place, `
          + 'so what the volume holds never reaches a container',
        fix: `rename the volume (and its mounts), or remove it if the claim template ${volume.name} is meant`,
      });
    });
  },
};
