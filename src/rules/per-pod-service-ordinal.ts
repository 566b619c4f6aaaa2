import { shown } from './json';
import { ordinalRange } from './ordinal-range';
import type { Rule } from './rule';
import { serviceViews } from './services';
import { POD_NAME_LABEL } from '../identity/labels';

export const perPodServiceOrdinal: Rule = {
  id: 'per-pod-service-ordinal',
  severity: 'error',
  title: 'a Service for one pod names an ordinal that exists',
  source: 'kubernetes v1.36.3 pkg/controller/statefulset/stateful_set_utils.go L452',
  all: (all, report) => {
    for (const { service, selector, member } of serviceViews(all)) {
      const range = member && ordinalRange(member.set);
      if (!range || (member.ordinal >= range.first && member.ordinal <= range.last)) continue;
      report({
        object: service,
        path: ['spec', 'selector', POD_NAME_LABEL],
        set: member.set,
        message: `${shown(selector[POD_NAME_LABEL])} names ordinal ${member.ordinal}, StatefulSet ${shown(member.set.name)} has ${range.first} to ${range.last}; `
          + 'the Service never has an endpoint',
        fix: `drop the Service, or select ${member.set.podName(range.first)} to ${member.set.podName(range.last)}`,
      });
    }
  },
};
