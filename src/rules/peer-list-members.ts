import { shown } from './json';
import type { ObjectSet } from './object-set';
import { ordinalRange } from './ordinal-range';
import { type PodName, namespaceOfName, placeOf, podNames } from './peer-names';
import type { Rule } from './rule';
import type { SetView } from './set-view';

export const peerListMembers: Rule = {
  id: 'peer-list-members',
  severity: 'error',
  title: 'a pod name in a container is that of a pod that a rendered set makes, under the Service that governs it',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go L115 (ShouldSetHostname): a pod has a name under one Service',
  all: (all, report) => {
    const { byName, governing } = governed(all);
    // Of a ConfigMap that several sets read it is said once.
    const reported = new Set<string>();
    for (const set of all.sets) {
      for (const pod of podNames(set)) {
        const namespace = namespaceOfName(set, pod);
        const place = `${set.namespace}/${placeOf(pod)}`;
        if (namespace === undefined || reported.has(place)) continue;
        const owner = byName.get(`${namespace}/${pod.owner}`);
        const here = governing.get(`${namespace}/${pod.service}`);
        const full = pod.rest[1] === 'svc';
        const fault = owner ? faultOf(pod, owner, set, full || all.find('Service', namespace, pod.service) !== undefined)
          : here && { what: `no rendered set makes a pod ${shown(`${pod.owner}-${pod.ordinal}`)}, ${shown(pod.service)} governs ${shown(here.name)}`, fix: `name pods of ${here.name}, or give the set back its name` };
        if (!fault) continue;
        reported.add(place);
        report({
          object: pod.object,
          path: pod.path,
          set,
          // Without the namespace it may be the name of a file, or a host of another network.
          severity: full ? 'error' : 'warning',
          message: `${shown(pod.name)}: ${fault.what}; the name never resolves, so the member is never found`,
          fix: fault.fix,
        });
      }
    }
  },
};

function faultOf({ owner, ordinal, service }: PodName, of: SetView, set: SetView, isService: boolean): { what: string; fix: string } | undefined {
  if (of.serviceName !== service) {
    if (of.serviceName === undefined || !isService) return undefined;
    return { what: `the pods of ${shown(owner)} have names under ${shown(of.serviceName)}, not under ${shown(service)}`, fix: `write ${owner}-${ordinal}.${of.serviceName}` };
  }
  // Ordinals of the set itself have a rule of their own.
  const range = of === set ? undefined : ordinalRange(of);
  return range === undefined || (ordinal >= range.first && ordinal <= range.last) ? undefined
    : { what: `StatefulSet ${shown(owner)} has the ordinals ${range.first} to ${range.last}`, fix: `name ordinals ${range.first} to ${range.last} only` };
}

/** Whether a container of one set names pods or the governing Service of another one. */
export function namesAnother(set: SetView, { byName, governing }: Governed): boolean {
  return podNames(set).some((pod) => {
    const namespace = namespaceOfName(set, pod);
    const found = [byName.get(`${namespace}/${pod.owner}`), governing.get(`${namespace}/${pod.service}`)];
    return namespace !== undefined && found.some((other) => other !== undefined && other !== set);
  });
}

export interface Governed {
  /** Sets by `namespace/name`. */
  readonly byName: ReadonlyMap<string, SetView>;
  /** The first set of each `namespace/serviceName`. */
  readonly governing: ReadonlyMap<string, SetView>;
}

export function governed(all: ObjectSet): Governed {
  const byName = new Map<string, SetView>();
  const governing = new Map<string, SetView>();
  for (const set of all.sets) {
    byName.set(`${set.namespace}/${set.name}`, set);
    const key = `${set.namespace}/${set.serviceName}`;
    if (set.serviceName !== undefined && !governing.has(key)) governing.set(key, set);
  }
  return { byName, governing };
}
