import { map, shown } from './json';
import type { FieldPath, Rule } from './rule';

export const templateHostnameIgnored: Rule = {
  id: 'template-hostname-ignored',
  severity: 'warning',
  title: 'the pod template sets no host name, subdomain, name or namespace: the controller does',
  source: 'kubernetes v1.36.3 pkg/controller/statefulset/stateful_set_utils.go L436',
  set: (set, report) => {
    const meta = map(map(set.spec.template).metadata);
    // What repeats the truth is ignored too, and does no harm.
    const fields: Array<[value: unknown, path: FieldPath, harmless?: string]> = [
      [set.pod.hostname, set.podPath('hostname')],
      [set.pod.subdomain, set.podPath('subdomain'), set.serviceName],
      [meta.name, ['spec', 'template', 'metadata', 'name']],
      [meta.namespace, ['spec', 'template', 'metadata', 'namespace'], set.namespace],
    ];
    for (const [value, path, harmless] of fields) {
      if (value === undefined || value === null || value === '' || value === harmless) continue;
      report({
        object: set.object,
        path,
        message: `the template's ${path[path.length - 1]} holds ${shown(value)}; the controller replaces it on every pod, so nothing answers to it`,
        fix: 'remove the field; a pod is named by metadata.name and its ordinal, its subdomain is spec.serviceName, its namespace is that of the set',
      });
    }
  },
};
