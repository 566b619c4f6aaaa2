import { shown } from './json';
import { usedVolumes } from './mounts';
import type { Rule } from './rule';

export const vctUnmounted: Rule = {
  id: 'vct-unmounted',
  severity: 'warning',
  title: 'some container mounts every claim template',
  source: 'k8s.io/api apps/v1 types.go, comment on volumeClaimTemplates: "must have at least one matching (by name) volumeMount"',
  set: (set, report) => {
    if (set.containers.length === 0) return;
    const used = usedVolumes(set);
    set.claims.forEach((_, i) => {
      const name = set.claimNameAt(i);
      if (name === '' || used.has(name)) return;
      used.add(name);
      report({
        object: set.object,
        path: ['spec', 'volumeClaimTemplates', i, 'metadata', 'name'],
        message: `no container mounts claim template ${shown(name)}; every member gets the volume (billed, and tied to its zone) `
          + 'and writes its data to the container layer, which a restart discards',
        fix: `mount ${name} at the data directory in volumeMounts, or remove the claim template`,
      });
    });
  },
};
