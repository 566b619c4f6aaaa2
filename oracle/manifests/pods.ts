import { KubernetesObject } from '../../e2e/control-plane/resource-paths';

/** Names of the pods that a set wants, lowest ordinal first. */
export function wantedPods({ metadata, spec }: KubernetesObject): string[] {
  const start = spec.ordinals?.start ?? 0;
  return Array.from({ length: spec.replicas ?? 1 }, (_, i) => `${metadata.name}-${start + i}`);
}

export function isReady(pod: KubernetesObject | undefined): boolean {
  return pod !== undefined && !pod.metadata.deletionTimestamp
    && (pod.status?.conditions ?? []).some(({ type, status }: { type: string; status: string }) => type === 'Ready' && status === 'True');
}
