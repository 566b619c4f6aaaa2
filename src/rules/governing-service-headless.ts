import { shown } from './json';
import { namesNeeded } from './names-used';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const governingServiceHeadless: Rule = {
  id: 'governing-service-headless',
  severity: 'error',
  title: 'the governing Service is headless',
  source: 'coredns v1.11.1 plugin/kubernetes/kubernetes.go L463; kubernetes#60964',
  all: (all, report) => {
    for (const { service, spec, name, governs: [set], headless, externalName } of serviceViews(all)) {
      // ExternalName and a misspelt None have rules of their own.
      if (!set || headless || externalName || String(spec.clusterIP).toLowerCase() === 'none') continue;
      const needed = namesNeeded(set, name);
      report({
        object: service,
        path: ['spec', 'clusterIP'],
        set,
        // Nothing is lost while clients use the Service as a whole and nobody asks for a single pod.
        severity: needed === undefined ? 'warning' : 'error',
        message: `clusterIP holds ${shown(spec.clusterIP)}, so ${shown(name)} is not headless; its name resolves to one virtual IP instead of the pods, `
          + `and whether a single pod has a name is left to the DNS server${needed === undefined ? '' : `, while ${needed}`}`,
        fix: 'set clusterIP: None, and a second Service for clients; an applied Service has to be deleted and created again, because the field is immutable',
      });
    }
  },
};
