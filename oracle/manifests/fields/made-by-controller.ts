import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { claimName, podName } from '../../../src/identity/names';
import { list, map } from '../../../src/rules/json';

/** The claims and the pod that the controller makes of a set that the server took, for its first ordinal. */
export function madeByController({ metadata, spec }: KubernetesObject): KubernetesObject[] {
  const ordinal = map(spec.ordinals).start ?? 0;
  const name = podName(metadata.name, ordinal);
  const { namespace } = metadata;
  const template = map(spec.template);
  const claims = list(spec.volumeClaimTemplates).map((claim) => ({
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
  const own = new Set(claims.map((_claim, i) => map(spec.volumeClaimTemplates[i].metadata).name));
  const volumes = [
    ...claims.map((claim, i) => ({ name: map(spec.volumeClaimTemplates[i].metadata).name, persistentVolumeClaim: { claimName: claim.metadata.name } })),
    ...list(map(template.spec).volumes).filter((volume) => !own.has(map(volume).name)),
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
