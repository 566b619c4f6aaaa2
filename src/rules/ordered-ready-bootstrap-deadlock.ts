import { initWaits, probeWaits } from './init-wait';
import { shown } from './json';
import type { Rule } from './rule';
import { ordered } from './update-strategy';

export const orderedReadyBootstrapDeadlock: Rule = {
  id: 'ordered-ready-bootstrap-deadlock',
  severity: 'error',
  title: 'with OrderedReady the first pod becomes ready alone',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L427; kubernetes#38418',
  set: (set, report) => {
    for (const { view, pod, path, certain } of probeWaits(set)) {
      report({
        object: set.object,
        path,
        severity: certain ? 'error' : 'warning',
        message: `${path[path.length - 3]} of container ${shown(view.container.name)} asks for ${pod}, which OrderedReady creates only when ${set.podName(set.start)} is ready; `
          + (certain ? `${set.podName(set.start)} never becomes ready, so the set never starts` : `if that decides about readiness, ${set.podName(set.start)} never becomes ready`),
        fix: 'write podManagementPolicy: Parallel before the first apply, or let the probe ask the member itself only',
      });
    }
    if (!set.bootstrapTogether || !ordered(set) || set.replicas < 2 || initWaits(set).some(({ certain }) => certain)) return;
    const { object, podName, start, replicas } = set;
    report({
      object,
      path: ['spec', 'podManagementPolicy'],
      message: `the ${replicas} members are declared to bootstrap together, but OrderedReady creates ${podName(start + 1)} only when ${podName(start)} is ready; `
        + `${podName(start)} waits for members that do not exist yet, so the set never starts, nor comes back after a full outage`,
      fix: 'write podManagementPolicy: Parallel before the first apply: the field is immutable',
    });
  },
};
