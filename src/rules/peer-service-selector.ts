import { shown } from './json';
import type { Rule } from './rule';
import { serviceViews } from './services';
import { POD_NAME_LABEL } from '../identity/labels';

export const peerServiceSelector: Rule = {
  id: 'peer-service-selector',
  severity: 'error',
  title: 'a Service called `<set>-<ordinal>-peer` selects the pod of that ordinal',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go (StatefulSetPodNameLabel): the label that one pod alone has',
  all: (all, report) => {
    for (const { service, selector, name, peerOf } of serviceViews(all)) {
      if (!peerOf) continue;
      const { set, ordinal } = peerOf;
      const pod = set.podName(ordinal);
      if (selector[POD_NAME_LABEL] === pod) continue;
      report({
        object: service,
        path: ['spec', 'selector', POD_NAME_LABEL],
        set,
        message: `${shown(name)} is the peer name of ${pod}, and its selector ${shown(selector)} does not say so; members that connect to ${pod} reach `
          + `${selector[POD_NAME_LABEL] === undefined ? 'any pod it selects, or none' : shown(selector[POD_NAME_LABEL])}`,
        fix: `write ${POD_NAME_LABEL}: ${pod} in the selector, or give the Service another name`,
      });
    }
  },
};
