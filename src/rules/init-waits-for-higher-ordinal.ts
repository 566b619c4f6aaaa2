import { entrypointWaits, initWaits } from './init-wait';
import { shown } from './json';
import type { Rule } from './rule';

export const initWaitsForHigherOrdinal: Rule = {
  id: 'init-waits-for-higher-ordinal',
  severity: 'error',
  title: 'with OrderedReady no init container or start script waits for a pod of a higher ordinal',
  source: 'inferred from kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L427',
  set: (set, report) => {
    const first = set.podName(set.start);
    for (const { view, pod, certain } of initWaits(set)) {
      report({
        object: set.object,
        path: view.path,
        // A loop may have an end of its own, and what a program does without the pod is not written here.
        severity: certain ? 'error' : 'warning',
        message: `init container ${shown(view.container.name)} ${certain ? 'waits' : 'may wait'} for ${pod}, which OrderedReady creates only when ${first} is ready; `
          + `${first} runs this init container first, so ${certain ? 'neither ever starts' : 'neither starts unless it goes on without that pod'}`,
        fix: 'write podManagementPolicy: Parallel, or let each pod wait for the ordinal below its own only',
      });
    }
    for (const { view, pod } of entrypointWaits(set)) {
      report({
        object: set.object,
        path: view.path,
        // Whether the loop stands before the server, and ends by itself, is for the script to say.
        severity: 'warning',
        message: `the command of container ${shown(view.container.name)} waits for ${pod}, which OrderedReady creates only when ${first} is ready; `
          + `if ${first} serves only after that, neither ever does`,
        fix: 'write podManagementPolicy: Parallel, or let each pod wait for the ordinal below its own only',
      });
    }
  },
};
