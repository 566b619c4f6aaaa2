import { map, shown, text } from './json';
import { namesNeeded } from './names-used';
import { namespaceOf } from './object-set';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const serviceSelectorPresent: Rule = {
  id: 'service-selector-present',
  severity: 'error',
  title: 'the governing Service has a selector',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go',
  all: (all, report) => {
    const manual = new Set(all.ofKind('EndpointSlice')
      .map((slice) => `${namespaceOf(slice)}/${text(map(map(slice.metadata).labels)['kubernetes.io/service-name'])}`));
    for (const { service, spec, name, namespace, selector, governs: [set], externalName } of serviceViews(all)) {
      if (!set || externalName || Object.keys(selector).length > 0) continue;
      if (manual.has(`${namespace}/${name}`) || all.find('Endpoints', namespace, name)) continue;
      const needed = namesNeeded(set, name);
      report({
        object: service,
        path: ['spec', 'selector'],
        set,
        // As with a virtual IP: nothing is lost while nobody asks for a single pod, and what writes the endpoints may be elsewhere.
        severity: needed === undefined ? 'warning' : 'error',
        message: `the selector of ${shown(name)} holds ${shown(spec.selector)}; it selects no pod, so the Service has no endpoints and no pod has a name`
          + (needed === undefined ? '' : `, while ${needed}`),
        fix: `copy the set's labels: selector: ${shown(map(set.selector).matchLabels ?? set.templateLabels)}`,
      });
    }
  },
};
