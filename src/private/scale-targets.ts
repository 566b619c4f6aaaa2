import { DEFAULT_NAMESPACE } from '../identity/names';

/** `namespace/name` of every StatefulSet that a HorizontalPodAutoscaler among the objects targets. */
export function scaleTargets(objects: readonly any[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, metadata, spec } of objects) {
    const target = kind === 'HorizontalPodAutoscaler' ? spec?.scaleTargetRef : undefined;
    if (target?.kind === 'StatefulSet') found.add(scaleTarget(metadata?.namespace, target.name));
  }
  return found;
}

/** The key of a StatefulSet in `scaleTargets`. */
export function scaleTarget(namespace: string | undefined, name: string): string {
  return `${namespace ?? DEFAULT_NAMESPACE}/${name}`;
}
