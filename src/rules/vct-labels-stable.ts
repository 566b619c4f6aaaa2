import { map, shown } from './json';
import { isMoving } from './moving-labels';
import type { Rule } from './rule';

export const vctLabelsStable: Rule = {
  id: 'vct-labels-stable',
  // The set runs as it is: whether the value ever changes is for its author to say.
  severity: 'warning',
  title: 'labels and annotations of a claim template do not change from release to release',
  source: 'run on 1.28.15 and 1.36.3: volumeClaimTemplates are immutable; helm/charts#7803',
  set: (set, report) => set.claims.forEach((claim, i) => {
    for (const field of ['labels', 'annotations']) {
      for (const [key, value] of Object.entries(map(map(claim.metadata)[field]))) {
        if (!isMoving(key)) continue;
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
