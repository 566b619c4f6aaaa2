import { shown } from './json';
import type { Rule } from './rule';
import { isMaxUnavailable, rollingUpdate, rolls } from './update-strategy';

export const maxUnavailableValid: Rule = {
  id: 'max-unavailable-valid',
  severity: 'error',
  title: 'maxUnavailable of a rolling update is a whole number from 1 on, or a percentage from 1% to 100%',
  source: 'kubernetes v1.36.3 pkg/apis/apps/validation/validation.go L507-L514; run of v1.28.15 (0 is accepted and dropped), and of v1.36.3 with the feature gate (refused)',
  set: (set, report) => {
    const given = rollingUpdate(set).maxUnavailable ?? undefined;
    if (given === undefined || !rolls(set) || isMaxUnavailable(given)) return;
    report({
      object: set.object,
      path: ['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'],
      message: `maxUnavailable is ${shown(given)}; an API server with the feature gate MaxUnavailableStatefulSet refuses the set, one without it drops the field`,
      fix: 'write a whole number from 1 on or a percentage from 1% to 100%, or leave it out; to update nothing by itself there is type: OnDelete',
    });
  },
};
