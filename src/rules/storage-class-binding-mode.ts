import { list, map, shown, text } from './json';
import type { Rule } from './rule';

export const storageClassBindingMode: Rule = {
  id: 'storage-class-binding-mode',
  severity: 'warning',
  title: 'the class of a set that is spread over nodes or zones waits for the first consumer',
  source: 'volume node affinity conflict: kubernetes#91299; aws/karpenter#2971',
  set: (set, report) => {
    if (list(set.pod.topologySpreadConstraints).length === 0 && !map(set.pod.affinity).podAntiAffinity) return;
    set.claims.forEach((claim, i) => {
      const name = text(map(claim.spec).storageClassName) ?? '';
      const found = name === '' ? undefined : set.all.find('StorageClass', '', name);
      if (!found || found.volumeBindingMode === 'WaitForFirstConsumer') return;
      report({
        object: set.object,
        path: ['spec', 'volumeClaimTemplates', i, 'spec', 'storageClassName'],
        message: `class ${shown(name)} binds at once (volumeBindingMode ${shown(found.volumeBindingMode ?? 'Immediate')}), before the scheduler chooses a node; `
          + 'a volume in the wrong zone leaves its member Pending for ever',
        fix: `set volumeBindingMode: WaitForFirstConsumer in class ${name} (delete and recreate the class), or name one that has it`,
      });
    });
  },
};
