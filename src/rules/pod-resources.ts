import { list, map, shown } from './json';
import { isHugepages, isResourceOfPod } from './resource-names';
import { amountOf, type Fault, holder } from './resource-pairs';
import type { Json } from './rule';
import type { SetView } from './set-view';

/** The minor version whose API server takes `resources` of a pod (gate PodLevelResources); older ones drop them. */
export const POD_RESOURCES = 34;

type Amounts = Map<string, number>;

/** What the resources of a pod say of themselves and of those of its containers. */
export function ofPod(set: SetView, fault: Fault): void {
  const { resources } = set.pod;
  const at = (...rest: Array<string | number>) => set.podPath('resources', ...rest);
  holder(resources, at(), 'the pod', isResourceOfPod, fault);
  if ((resources.claims ?? undefined) !== undefined) fault(at('claims'), 'the pod has claims of resources', 'write them below containers[].resources');
  const { requests, limits } = map(resources);
  for (const [name, request] of Object.entries(map(requests))) {
    const [asked, most] = [amountOf(request), amountOf(map(limits)[name])];
    if (asked === undefined) continue;
    if (asked < 0) fault(at('requests', name), `the pod requests ${shown(request)} of ${name}, which is negative`, 'write zero or more');
    if (most !== undefined && asked > most) fault(at('requests', name), `the pod requests ${shown(request)} of ${name}, above its limit ${shown(limits[name])}`, 'lower the request, or raise the limit');
    const [written, filled] = [false, true].map((withLimits) => together(set, (container) => requested(container, withLimits)).get(name) ?? 0);
    if (filled > asked) fault(at('requests', name), `the containers request more ${name} than the ${shown(request)} of the pod`, 'raise the request of the pod, or leave it out', written <= asked);
  }
  for (const [name, limit] of Object.entries(map(limits))) {
    const most = amountOf(limit);
    if (most === undefined) continue;
    if (most < 0) {
      fault(at('limits', name), `the pod has a limit of ${shown(limit)} for ${name}, which is negative`, 'write zero or more');
      continue;
    }
    const asked = together(set, (container) => requested(container, true)).get(name) ?? 0;
    if (map(requests)[name] === undefined && asked > most) fault(at('limits', name), `the containers request more ${name} than the limit ${shown(limit)} of the pod`, 'raise the limit of the pod', true);
    for (const { container, init, path } of set.containers) {
      const own = map(map(container.resources).limits)[name];
      if (!init && (amountOf(own) ?? 0) > most) fault([...path, 'resources', 'limits', name], `the limit ${shown(own)} for ${name} is above that of the pod, ${shown(limit)}`, 'lower it, or raise the limit of the pod');
    }
    const all = isHugepages(name) ? together(set, ({ resources: own }) => amounts(map(own).limits)).get(name) ?? 0 : 0;
    if (all > most) fault(at('limits', name), `the containers have more ${name} than the ${shown(limit)} of the pod`, 'raise the limit of the pod');
  }
}

function amounts(given: unknown): Amounts {
  return new Map(Object.entries(map(given)).map(([name, value]) => [name, amountOf(value) ?? 0] as const));
}

/** A pod gets requests from the limits that have none; its template does not. */
function requested({ resources }: Json, withLimits: boolean): Amounts {
  const { requests, limits } = map(resources);
  return withLimits ? new Map([...amounts(limits), ...amounts(requests)]) : amounts(requests);
}

/** Of containers and sidecars the sum; of other init containers the largest, beside the sidecars before it. */
function together(set: SetView, of: (container: Json) => Amounts): Amounts {
  const sum = (into: Amounts, more: Amounts) => more.forEach((amount, name) => into.set(name, (into.get(name) ?? 0) + amount));
  const all: Amounts = new Map();
  const sidecars: Amounts = new Map();
  const start: Amounts = new Map();
  list(set.pod.containers).forEach((container) => sum(all, of(map(container))));
  for (const container of list(set.pod.initContainers).map(map)) {
    const own = of(container);
    if (container.restartPolicy === 'Always') {
      sum(all, own);
      sum(sidecars, own);
    }
    const now = new Map(sidecars);
    if (container.restartPolicy !== 'Always') sum(now, own);
    now.forEach((amount, name) => start.set(name, Math.max(start.get(name) ?? 0, amount)));
  }
  start.forEach((amount, name) => all.set(name, Math.max(all.get(name) ?? 0, amount)));
  return all;
}
