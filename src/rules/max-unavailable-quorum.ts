import { shown } from './json';
import type { Rule } from './rule';
import { rollingUpdate, takenDown, takesQuorum } from './update-strategy';
import { majority } from '../identity/quorum';

export const maxUnavailableQuorum: Rule = {
  id: 'max-unavailable-quorum',
  severity: 'error',
  title: 'a rolling update leaves a majority of a quorum running',
  source: 'inferred from kubernetes v1.36.3 pkg/controller/statefulset/stateful_set_utils.go L688',
  set: (set, report, { minor }) => {
    if (!takesQuorum(set, minor)) return;
    const taken = takenDown(set);
    report({
      object: set.object,
      path: ['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'],
      message: `maxUnavailable is ${shown(rollingUpdate(set).maxUnavailable)}, that is ${taken} of ${set.replicas} members at once where the feature gate `
        + `MaxUnavailableStatefulSet is on; the quorum needs ${majority(set.replicas)}`,
      fix: 'write maxUnavailable: 1, or leave it out',
    });
  },
};
