import type { Json } from '../rules/rule';

const DEFAULT = 'default';
/** Kinds of the API itself that have no namespace; the ones of others do not matter to any rule. */
const CLUSTER_SCOPED = /^(Namespace|Node|PersistentVolume|StorageClass|PriorityClass|RuntimeClass|IngressClass|CSIDriver|CustomResourceDefinition|APIService|ClusterRole(Binding)?|(Mutating|Validating)\w+)$/;

/**
 * Gives objects without a namespace the namespace `default`, if other objects name that one: only then can all be
 * applied at once, and they meet there. Otherwise the namespace is that of the context or of `--namespace`, which no
 * text says, and it stays open.
 *
 * @returns the objects that were given one
 */
export function joinDefault(objects: readonly Json[]): ReadonlySet<Json> {
  const given = new Set<Json>();
  if (!objects.some((object) => object.metadata?.namespace === DEFAULT)) return given;
  for (const object of objects) {
    const { metadata, kind } = object;
    if (metadata === null || typeof metadata !== 'object' || metadata.namespace || CLUSTER_SCOPED.test(kind)) continue;
    object.metadata = { ...metadata, namespace: DEFAULT };
    given.add(object);
  }
  return given;
}
