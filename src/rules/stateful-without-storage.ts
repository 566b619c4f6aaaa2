import { volatileData } from './data-directories';
import { map } from './json';
import type { Rule } from './rule';

/** Volume sources that keep nothing a member writes. */
const PASSING: ReadonlySet<string> = new Set(['name', 'emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI', 'ephemeral', 'image', 'csi', 'gitRepo']);

export const statefulWithoutStorage: Rule = {
  id: 'stateful-without-storage',
  // No warning: members that need a stable name and keep nothing are a common and sound use.
  severity: 'info',
  title: 'a StatefulSet has storage that outlives its pods',
  source: 'follows from volumeClaimTemplates: nothing else keeps data for each member',
  set: (set, report) => {
    if (set.claims.length > 0 || volatileData(set).length > 0) return;
    if (set.volumes.some((volume) => Object.keys(map(volume)).some((key) => !PASSING.has(key)))) return;
    report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates'],
      message: 'no volumeClaimTemplates: members keep their names over a restart and lose what they wrote',
      fix: 'add a claim template for the data directory, or acknowledge that the members keep no data',
    });
  },
};
