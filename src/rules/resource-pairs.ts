import { map, shown } from './json';
import { parseQuantity } from './quantity';
import { badAmount, isHugepages, isShareable } from './resource-names';
import type { FieldPath } from './rule';

/** Tells of a fault below the resources. @param onlyPods whether a pod is refused, and its template is taken */
export type Fault = (path: FieldPath, message: string, fix: string, onlyPods?: boolean) => void;

/** An amount of a manifest as the server reads it. */
export const amountOf = (value: unknown) => value === null ? 0 : parseQuantity(value);

/** What requests and limits of a container, or of a pod, say of each other. */
export function holder(resources: unknown, path: FieldPath, of: string, isName: (name: string) => boolean, fault: Fault): void {
  const { requests, limits } = map(resources);
  const places = path[path.length - 1] === 'overhead' ? [['', limits]] as const : [['requests', requests], ['limits', limits]] as const;
  let pages = false;
  let shares = false;
  for (const [field, amounts] of places) {
    for (const [name, value] of Object.entries(map(amounts))) {
      const at = field === '' ? [...path, name] : [...path, field, name];
      pages ||= isHugepages(name);
      shares ||= name === 'cpu' || name === 'memory';
      if (!isName(name)) {
        fault(at, `${of} asks for ${shown(name)}, which is no resource that it can have`,
          name === 'storage' ? 'write ephemeral-storage, or ask for storage in a volumeClaimTemplate' : 'write cpu, memory, ephemeral-storage, hugepages-<size>, or a resource with a prefix such as nvidia.com/gpu');
        continue;
      }
      const bad = badAmount(name, amountOf(value));
      if (bad) fault(at, `${of}: ${name} ${shown(value)} ${bad}`, isHugepages(name) ? 'write as many whole pages, for example hugepages-2Mi: 64Mi' : 'write a whole number: a device is given as a whole');
      if (field === 'requests' && !isShareable(name)) unequal(name, value, map(limits)[name], at, of, fault);
    }
  }
  if (pages && !shares) fault(path, `${of} asks for hugepages, and for neither cpu nor memory`, 'ask for memory as well');
}

/** A request above its limit is for another rule. */
function unequal(name: string, request: unknown, limit: unknown, at: FieldPath, of: string, fault: Fault): void {
  if (limit === undefined) {
    fault(at, `${of} requests ${name} without a limit`, `write limits: { ${name}: ${shown(request)} }, and no request: it follows the limit`);
    return;
  }
  const [asked, most] = [amountOf(request), amountOf(limit)];
  if (asked !== undefined && most !== undefined && asked < most) {
    fault(at, `${of} requests ${shown(request)} of ${name} with a limit of ${shown(limit)}: nobody else could have the rest`, `write the limit alone: ${name}: ${shown(limit)}`);
  }
}
