import { map, shown } from './json';
import { peerNames } from './peer-names';
import { hasProbe } from './probes';
import type { Rule } from './rule';
import type { SetView } from './set-view';

export const publishNotReadyAddresses: Rule = {
  id: 'publish-not-ready-addresses',
  severity: 'warning',
  title: 'the headless Service publishes members that are not ready yet, when members have to find each other first',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/utils.go L42; nats-io/k8s#441; kubernetes#92559',
  set: (set, report) => {
    const { service, bootstrapTogether, quorum, parallel, replicas } = set;
    const spec = map(service?.spec);
    if (!service || spec.type === 'ExternalName' || spec.publishNotReadyAddresses === true) return;
    const several = parallel && replicas > 1;
    const [named] = several && !quorum && !bootstrapTogether && probed(set) ? peerNames(set) : [];
    if (!bootstrapTogether && !(quorum && several) && !named) return;
    report({
      object: service,
      path: ['spec', 'publishNotReadyAddresses'],
      severity: bootstrapTogether ? 'error' : 'warning',
      message: `publishNotReadyAddresses holds ${shown(spec.publishNotReadyAddresses)}; DNS hides members until they are ready, `
        + (bootstrapTogether
          ? 'and these are declared to look each other up before that: each waits for the others forever'
          : named ? `and members that start in parallel and know each other as ${shown(named.name)} usually look each other up before that`
            : 'and members of a quorum that start in parallel usually look each other up before that'),
      fix: 'set publishNotReadyAddresses: true on the headless Service only',
    });
  },
};

/** Without a probe a member is ready as soon as it runs, and DNS hides it for a moment only. */
function probed(set: SetView): boolean {
  return set.containers.some((view) => !view.init && (hasProbe(view, 'readinessProbe') || hasProbe(view, 'startupProbe')));
}
