import { shown } from './json';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const peerServiceAddress: Rule = {
  id: 'peer-service-address',
  severity: 'warning',
  title: 'a Service called `<set>-<ordinal>-peer` has an address of its own',
  source: 'run of kubernetes v1.28.15 with CoreDNS 1.11.1: a headless name keeps the address of a replaced pod until the cache forgets it',
  all: (all, report) => {
    for (const { service, spec, name, headless, externalName, peerOf } of serviceViews(all)) {
      if (!peerOf || !(headless || externalName)) continue;
      report({
        object: service,
        path: ['spec', headless ? 'clusterIP' : 'type'],
        set: peerOf.set,
        message: `${shown(name)} ${headless ? 'is headless' : `has type ${shown(spec.type)}`}, so its name stands for the address of the pod; `
          + 'a replaced member is looked for at its old address as long as any cache remembers it',
        fix: headless ? 'leave out clusterIP: the API server gives the Service an address' : 'write type: ClusterIP and a selector',
      });
    }
  },
};
