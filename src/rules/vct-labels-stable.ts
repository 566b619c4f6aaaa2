import { map, shown } from './json';
import type { Rule } from './rule';

/** Words in the name part of a key whose value moves with a release. */
const MOVING: ReadonlySet<string> = new Set(['chart', 'version', 'revision', 'commit', 'sha', 'checksum', 'timestamp', 'build']);

export const vctLabelsStable: Rule = {
  id: 'vct-labels-stable',
  severity: 'error',
  title: 'labels and annotations of a claim template do not change from release to release',
  source: 'run on 1.28.15 and 1.36.3: volumeClaimTemplates are immutable; helm/charts#7803',
  set: (set, report) => set.claims.forEach((claim, i) => {
    for (const field of ['labels', 'annotations']) {
      for (const [key, value] of Object.entries(map(map(claim.metadata)[field]))) {
        if (!nameWords(key).some((word) => MOVING.has(word))) continue;
        report({
          object: set.object,
          path: ['spec', 'volumeClaimTemplates', i, 'metadata', field, key],
          message: `claim template ${shown(set.claimNameAt(i))} carries ${key}: ${shown(value)}; when a release changes it the API server `
            + 'refuses the whole update, as claim templates cannot be changed',
          fix: `remove ${key} from the claim template; the labels of the selector are added to every claim anyway`,
        });
      }
    }
  }),
};

function nameWords(key: string): string[] {
  return (key.split('/').pop() ?? '').toLowerCase().split(/[-._]/);
}
