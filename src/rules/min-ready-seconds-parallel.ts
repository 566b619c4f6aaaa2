import type { Rule } from './rule';
import { rolls } from './update-strategy';

export const minReadySecondsParallel: Rule = {
  id: 'min-ready-seconds-parallel',
  severity: 'warning',
  title: 'a Parallel set does not rely on minReadySeconds before Kubernetes 1.34',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L695',
  set: (set, report, { minor }) => {
    const seconds = set.spec.minReadySeconds;
    if (typeof seconds !== 'number' || seconds <= 0 || minor > 33 || !set.parallel || !rolls(set)) return;
    report({
      object: set.object,
      path: ['spec', 'minReadySeconds'],
      message: `minReadySeconds is ${seconds}, but Kubernetes 1.${minor} ignores it in rolling updates of a Parallel set: `
        + 'the next pod goes as soon as the last one is ready',
      fix: 'write podManagementPolicy: OrderedReady, or target Kubernetes 1.34 or later, or let readiness itself wait until the member has caught up',
    });
  },
};
