import { addressKey } from './fields/addresses';
import { list, map, shown, text } from './json';
import { identityOf, namespaceOf } from './object-set';
import { isHook } from './rivals';
import { ALWAYS, type FieldPath, type Json, type Rule } from './rule';
import { nodePortsOf } from './service-type-fields';

/** An address, or a port of all nodes, that a Service asks for by itself. */
export interface Allocation {
  /** Equal for whatever the server takes for the same. */
  readonly key: string;
  readonly field: string;
  /** Below `spec`. */
  readonly path: FieldPath;
  readonly value: unknown;
}

export const serviceAllocationUnique: Rule = {
  id: 'service-allocation-unique',
  severity: 'error',
  title: 'no two Services ask for the same port of the nodes or the same cluster IP',
  source: 'kubernetes v1.28.15 pkg/registry/core/service/storage/alloc.go (txnAllocNodePorts, allocClusterIPs), pkg/registry/core/service/portallocator/allocator.go '
    + 'and ipallocator/interfaces.go (ErrAllocated); run of v1.28.15 and v1.36.3',
  rejected: ALWAYS,
  all: (all, report) => {
    const holders = new Map<string, Json>();
    for (const [service, allocations] of asking(all.services)) {
      for (const { key, field, path, value } of allocations) {
        const holder = holders.get(key);
        if (!holder) {
          holders.set(key, service);
          continue;
        }
        report({
          object: service,
          path: ['spec', ...path],
          related: holder,
          message: `${field} ${shown(value)} is the one of ${nameOf(holder)} as well, and the cluster has it once; the API server refuses the Service that comes later`,
          fix: 'remove it from one of them, so that the API server chooses, or write another',
        });
      }
    }
  },
};

/** The Services that ask for something; of copies of one, which are updates of it, the last. */
function asking(services: readonly Json[]): Map<Json, Allocation[]> {
  const last = new Map<unknown, readonly [Json, Allocation[]]>();
  for (const service of services) {
    // Helm makes and removes its hooks one after the other.
    if (isHook({ object: service })) continue;
    const allocations = allocationsOf(service);
    if (allocations.length > 0) last.set(identityOf(service) ?? service, [service, allocations]);
  }
  return new Map(last.values());
}

function nameOf(service: Json): string {
  const namespace = namespaceOf(service);
  return `Service ${shown(map(service.metadata).name)}${namespace === '' ? '' : ` of namespace ${shown(namespace)}`}`;
}

/** What a Service asks for, each once: its own ports of the nodes may have two protocols, and `clusterIPs` repeats `clusterIP`. */
export function allocationsOf(service: Json): Allocation[] {
  const spec = map(service.spec);
  if (spec.type === 'ExternalName' || spec.clusterIP === 'None') return [];
  const found = new Map<string, Allocation>();
  const add = (key: string | undefined, field: string, path: FieldPath, value: unknown) => {
    if (key !== undefined && !found.has(key)) found.set(key, { key, field, path, value });
  };
  if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') {
    for (const { path, port } of nodePortsOf(spec)) add(`port ${port}`, String(path.at(-1)), path, port);
  }
  if (text(spec.clusterIP)) add(addressKey(spec.clusterIP), 'clusterIP', ['clusterIP'], spec.clusterIP);
  list(spec.clusterIPs).forEach((address, i) => {
    if (text(address)) add(addressKey(address), 'clusterIPs', ['clusterIPs', i], address);
  });
  return [...found.values()];
}
