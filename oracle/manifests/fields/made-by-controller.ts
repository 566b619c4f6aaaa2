import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { claimName, podName } from '../../../src/identity/names';
import { list, map } from '../../../src/rules/json';

/** The claims and the pod that the controller makes of a set that the server took, for its first ordinal. */
export function madeByController({ metadata, spec }: KubernetesObject): KubernetesObject[] {
  const ordinal = map(spec.ordinals).start ?? 0;
  const name = podName(metadata.name, ordinal);
  const { namespace } = metadata;
  const template = map(spec.template);
  // Of templates with one name it takes the last.
  const templates = new Map(list(spec.volumeClaimTemplates).map((claim) => [map(claim.metadata).name, claim] as const));
  const claims = [...templates.values()].map((claim) => ({
    ...claim,
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      ...map(claim.metadata),
      namespace,
      name: claimName(map(claim.metadata).name, metadata.name, ordinal),
      labels: { ...map(claim.metadata).labels, ...map(spec.selector).matchLabels },
    },
  }));
  const volumes = [
    ...[...templates.keys()].map((volume, i) => ({ name: volume, persistentVolumeClaim: { claimName: claims[i].metadata.name } })),
    ...list(map(template.spec).volumes).filter((volume) => !templates.has(map(volume).name)),
  ];
  const labels = { ...map(template.metadata).labels, 'statefulset.kubernetes.io/pod-name': name, 'controller-revision-hash': `${metadata.name}-5bd744fcd` };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...map(template.metadata), name, namespace, labels },
    spec: { ...map(template.spec), hostname: name, subdomain: spec.serviceName, volumes },
  };
  return [...claims, pod] as KubernetesObject[];
}
