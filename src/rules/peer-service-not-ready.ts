import { shown } from './json';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const peerServiceNotReady: Rule = {
  id: 'peer-service-not-ready',
  severity: 'warning',
  title: 'a peer Service leads to its pod before that is ready, when members have to find each other first',
  source: 'kubernetes v1.28.15 pkg/proxy/iptables/proxier.go L1035 (no endpoints: REJECT); staging/src/k8s.io/endpointslice/utils.go L42',
  all: (all, report) => {
    for (const { service, spec, name, peerOf } of serviceViews(all)) {
      if (!peerOf || spec.publishNotReadyAddresses === true) continue;
      const { bootstrapTogether, quorum, parallel, replicas } = peerOf.set;
      if (!bootstrapTogether && !(quorum && parallel && replicas > 1)) continue;
      report({
        object: service,
        path: ['spec', 'publishNotReadyAddresses'],
        set: peerOf.set,
        severity: bootstrapTogether ? 'error' : 'warning',
        message: `publishNotReadyAddresses of ${shown(name)} holds ${shown(spec.publishNotReadyAddresses)}; connections are refused until the member is ready, `
          + (bootstrapTogether
            ? 'and members are declared to need each other before that: each waits for the others forever'
            : 'and members of a quorum that start in parallel usually need each other before that'),
        fix: 'set publishNotReadyAddresses: true on the peer Service',
      });
    }
  },
};
