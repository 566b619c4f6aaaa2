import { shown } from './json';
import type { Rule } from './rule';
import { mapSelects } from './selector';
import { serviceViews } from './services';
import { CONTROLLER_LABELS } from '../identity/labels';

export const perPodServiceSelector: Rule = {
  id: 'per-pod-service-selector',
  severity: 'error',
  title: 'a Service for one pod asks for no other label than the pod carries',
  source: 'kubernetes v1.28.15 pkg/controller/endpointslice/endpointslice_controller.go (AsSelectorPreValidated: every pair must match)',
  all: (all, report) => {
    for (const { service, selector, member } of serviceViews(all)) {
      if (!member) continue;
      const missing = Object.entries(selector)
        .filter(([key, value]) => !CONTROLLER_LABELS.includes(key) && !mapSelects({ [key]: value }, member.set.templateLabels));
      if (missing.length === 0) continue;
      report({
        object: service,
        path: ['spec', 'selector', missing[0][0]],
        set: member.set,
        message: `the selector asks for ${shown(Object.fromEntries(missing))}, which the pod template of StatefulSet ${shown(member.set.name)} does not carry; `
          + 'the Service never has an endpoint, so every connection to it is refused',
        fix: "leave the label out, or copy the set's selector and add the name of the pod",
      });
    }
  },
};
