import { list, map, text } from './json';
import { namespaceOf, type ObjectSet } from './object-set';
import type { Json } from './rule';
import type { SetView } from './set-view';
import { POD_NAME_LABEL } from '../identity/labels';
import { peerServiceOf } from '../identity/names';

/** A Service that concerns at least one StatefulSet of the rendering. */
export interface ServiceView {
  readonly service: Json;
  readonly spec: Json;
  readonly name: string;
  readonly namespace: string;
  readonly selector: Record<string, unknown>;
  readonly ports: readonly Json[];
  readonly headless: boolean;
  readonly externalName: boolean;
  /** The sets that name it as their `serviceName`. */
  readonly governs: readonly SetView[];
  /** The sets whose template labels its selector matches. */
  readonly selects: readonly SetView[];
  /** The one pod that it selects by the label with the pod's name. */
  readonly member?: { readonly set: SetView; readonly ordinal: number };
  /** The pod whose peer Service it is by its name, whatever it selects. */
  readonly peerOf?: { readonly set: SetView; readonly ordinal: number };
  /** The first set that it concerns. */
  readonly set: SetView;
}

const known = new WeakMap<ObjectSet, readonly ServiceView[]>();

/** The Services that concern a StatefulSet: joined once, however many rules ask. */
export function serviceViews(all: ObjectSet): readonly ServiceView[] {
  const views = known.get(all) ?? join(all);
  known.set(all, views);
  return views;
}

const taken = new WeakMap<ObjectSet, ReadonlySet<Json>>();

/** Whether some rendered set of its own namespace names the Service as its own. */
export function isTaken(all: ObjectSet, service: Json): boolean {
  const services = taken.get(all) ?? new Set(serviceViews(all).filter(({ governs }) => governs.length > 0).map((view) => view.service));
  taken.set(all, services);
  return services.has(service);
}

function join(all: ObjectSet): ServiceView[] {
  const governed = new Map<string, SetView[]>();
  const named = new Map<string, SetView>();
  const served = new Map<string, readonly SetView[]>();
  for (const set of all.sets) {
    named.set(`${set.namespace}/${set.name}`, set);
    if (set.serviceName === undefined) continue;
    const key = `${set.namespace}/${set.serviceName}`;
    if (governed.get(key)?.push(set) === undefined) governed.set(key, [set]);
  }
  return all.services.flatMap((service) => {
    if ((text(service.apiVersion) ?? 'v1') !== 'v1') return [];
    const spec = map(service.spec);
    const name = text(map(service.metadata).name) ?? '';
    const namespace = namespaceOf(service);
    const externalName = spec.type === 'ExternalName';
    const selector = externalName ? {} : map(spec.selector);
    const governs = governed.get(`${namespace}/${name}`) ?? [];
    const key = `${namespace}/${JSON.stringify(selector)}`;
    const selects = served.get(key) ?? (Object.keys(selector).length > 0 ? all.setsServedBy(namespace, selector) : []);
    served.set(key, selects);
    const [, owner, ordinal] = /^(.+)-(\d+)$/.exec(text(selector[POD_NAME_LABEL]) ?? '') ?? [];
    const memberOf = named.get(`${namespace}/${owner}`);
    const peer = governs.length > 0 ? undefined : peerServiceOf(name);
    const peerSet = peer && named.get(`${namespace}/${peer.set}`);
    const set = governs[0] ?? selects[0] ?? memberOf ?? peerSet;
    return set === undefined ? [] : [{
      service,
      spec,
      name,
      namespace,
      selector,
      governs,
      selects,
      externalName,
      set,
      ports: list(spec.ports).map(map),
      headless: !externalName && spec.clusterIP === 'None',
      member: memberOf && { set: memberOf, ordinal: Number(ordinal) },
      peerOf: peer && peerSet && { set: peerSet, ordinal: peer.ordinal },
    }];
  });
}
