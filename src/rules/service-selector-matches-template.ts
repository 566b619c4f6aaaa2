import { map, shown } from './json';
import type { Rule } from './rule';
import { mapSelects } from './selector';
import { serviceViews } from './services';

export const serviceSelectorMatchesTemplate: Rule = {
  id: 'service-selector-matches-template',
  severity: 'error',
  title: "every label in the governing Service's selector is in the pod template",
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go (ValidatedSetSelector)',
  all: (all, report) => {
    for (const { service, selector, governs } of serviceViews(all)) {
      const pairs = Object.entries(selector);
      for (const set of governs) {
        // What the set's own selector misses in the template as well is said there, and the API server refuses the set for it.
        const own = map(map(set.selector).matchLabels);
        const missing = pairs.filter(([key, value]) => !mapSelects({ [key]: value }, set.templateLabels) && !mapSelects({ [key]: value }, own));
        if (missing.length === 0) continue;
        report({
          object: service,
          path: ['spec', 'selector', missing[0][0]],
          set,
          message: `the selector asks for ${shown(Object.fromEntries(missing))}, which the pod template of StatefulSet ${shown(set.name)} does not carry; `
            + 'its pods are no endpoints of the Service, so their names never resolve',
          fix: `copy the set's labels: selector: ${shown(map(set.selector).matchLabels ?? set.templateLabels)}`,
        });
      }
    }
  },
};
