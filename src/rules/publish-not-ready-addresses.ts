import { map, shown } from './json';
import type { Rule } from './rule';

export const publishNotReadyAddresses: Rule = {
  id: 'publish-not-ready-addresses',
  severity: 'warning',
  title: 'the headless Service publishes members that are not ready yet, when members have to find each other first',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/utils.go L42; nats-io/k8s#441; kubernetes#92559',
  set: ({ service, bootstrapTogether, quorum, parallel, replicas }, report) => {
    const spec = map(service?.spec);
    if (!service || spec.type === 'ExternalName' || spec.publishNotReadyAddresses === true) return;
    if (!bootstrapTogether && !(quorum && parallel && replicas > 1)) return;
    report({
      object: service,
      path: ['spec', 'publishNotReadyAddresses'],
      severity: bootstrapTogether ? 'error' : 'warning',
      message: `publishNotReadyAddresses holds ${shown(spec.publishNotReadyAddresses)}; DNS hides members until they are ready, `
        + (bootstrapTogether
          ? 'and these are declared to look each other up before that: each waits for the others forever'
          : 'and members of a quorum that start in parallel usually look each other up before that'),
      fix: 'set publishNotReadyAddresses: true on the headless Service only',
    });
  },
};
