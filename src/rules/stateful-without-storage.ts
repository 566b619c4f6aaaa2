import { volatileData } from './data-directories';
import { map } from './json';
import { literalsOf, peerNames, peerServiceNames } from './peer-names';
import type { Rule } from './rule';
import type { SetView } from './set-view';

/** Volume sources that keep nothing a member writes. */
const PASSING: ReadonlySet<string> = new Set(['name', 'emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI', 'ephemeral', 'image', 'csi', 'gitRepo']);

/** The directive of Redis and Valkey, old and new, in a configuration, a script or an option. */
const COPIES = /(?<![\w-])(?:--)?(?:replicaof|slaveof)(?![\w-])/;

/** The member that the others copy everything from, by its full name; undefined where there is none. */
function masterOf(set: SetView): string | undefined {
  if (!literalsOf(set).some(({ literal }) => COPIES.test(literal))) return undefined;
  return [...peerNames(set), ...peerServiceNames(set)][0]?.name;
}

export const statefulWithoutStorage: Rule = {
  id: 'stateful-without-storage',
  // No warning: members that need a stable name and keep nothing are a common and sound use.
  severity: 'info',
  title: 'a StatefulSet has storage that outlives its pods',
  source: 'follows from volumeClaimTemplates: nothing else keeps data for each member; redis.io/docs/latest/operate/oss_and_stack/management/replication, '
    + 'Safety of replication when master has persistence turned off',
  set: (set, report) => {
    if (set.claims.length > 0) return;
    const master = masterOf(set);
    if (!master && volatileData(set).length > 0) return;
    if (set.volumes.some((volume) => Object.keys(map(volume)).some((key) => !PASSING.has(key)))) return;
    const at = { object: set.object, path: ['spec', 'volumeClaimTemplates'] };
    if (master) {
      return report({
        ...at,
        severity: 'error',
        message: `no volumeClaimTemplates, and replicas copy everything from ${master}: a master that is replaced starts empty, and then `
          + 'every replica drops its data to be like it',
        fix: 'add a claim template for the data directory; acknowledge only where all of the data may be lost at once',
      });
    }
    report({
      ...at,
      message: 'no volumeClaimTemplates: members keep their names over a restart and lose what they wrote',
      fix: 'add a claim template for the data directory, or acknowledge that the members keep no data',
    });
  },
};
