import { DNS_LABEL } from './dns-names';
import { map, shown, text } from './json';
import { isDnsSubdomain } from './label-syntax';
import { ALWAYS, type Rule } from './rule';

/**
 * Kinds whose name is a DNS subdomain. Those of StatefulSets and Services are stricter, and have rules of their own; the
 * API server takes any path segment for a PodDisruptionBudget (run of v1.28.15).
 */
const SUBDOMAIN: readonly string[] = [
  'NetworkPolicy', 'HorizontalPodAutoscaler', 'ConfigMap', 'Secret', 'ServiceAccount', 'PersistentVolumeClaim', 'StorageClass', 'Deployment', 'DaemonSet',
  'ReplicaSet', 'Pod',
];
const BUILT_IN = /^(v1|(apps|networking\.k8s\.io|autoscaling|storage\.k8s\.io|policy)\/v[0-9a-z]+)$/;
const PATH_SEGMENT = /^(?!\.{1,2}$)[^/%]+$/;
const SHAPES: ReadonlyMap<string, (name: string) => boolean> = new Map([
  ...SUBDOMAIN.map((kind) => [kind, isDnsSubdomain] as const), ['PodDisruptionBudget', (name) => PATH_SEGMENT.test(name)], ['Namespace', (name) => DNS_LABEL.test(name)],
]);

export const objectNameValid: Rule = {
  id: 'object-name-valid',
  severity: 'error',
  title: 'the name of every object is one that its kind can have, and its namespace a DNS label',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (NameIsDNSSubdomain), pkg/apis/networking/validation/validation.go L65; run of v1.28.15',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const object of all.objects) {
      const { name, namespace, generateName } = map(object?.metadata);
      const kind = text(object?.kind) ?? '';
      if (!BUILT_IN.test(text(object?.apiVersion) ?? '')) continue;
      const refused = (field: string, message: string, fix: string) => report({ object, path: ['metadata', field], message: `${message}; the API server refuses the ${kind}`, fix });
      const shape = SHAPES.get(kind)?.(text(name) ?? '') ?? true;
      const generated = (name ?? '') === '' && Boolean(text(generateName));
      if (!shape && !generated) {
        refused('name', `${shown(name)} is no name that a ${kind} can have`,
          'write at most 253 lower-case letters, digits, inner hyphens and dots, with a letter or digit at both ends');
      }
      if (text(namespace) && !DNS_LABEL.test(namespace)) {
        refused('namespace', `namespace ${shown(namespace)} is no DNS label, so it cannot exist`, 'write at most 63 lower-case letters, digits and inner hyphens');
      }
    }
  },
};
