import { shown, text } from './json';
import { claimNames } from './mounts';
import { Rule, since } from './rule';

export const volumeNameUnique: Rule = {
  id: 'volume-name-unique',
  severity: 'error',
  title: 'pod volume names are unique',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go (ValidateVolumes)',
  rejected: since(34),
  set: (set, report) => {
    // The controller drops every volume with the name of a claim template, so those cannot clash.
    const claims = claimNames(set);
    const seen = new Set<string>();
    set.volumes.forEach((volume, i) => {
      const name = text(volume.name) ?? '';
      if (name === '' || claims.has(name)) return;
      if (seen.has(name)) {
        report({
          object: set.object,
          path: set.podPath('volumes', i, 'name'),
          message: `${shown(name)} names two volumes; the pod cannot be created`,
          fix: 'rename one of the volumes and its mounts, or remove it',
        });
      }
      seen.add(name);
    });
  },
};
