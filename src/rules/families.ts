import { isClusterDns } from './cluster-dns-config';
import { isDeclared } from './declared';
import { asksEarly } from './dns-negative-cache';
import { map, text } from './json';
import { ObjectSet, identityOf, namespaceOf } from './object-set';
import { governed, namesAnother } from './peer-list-members';
import { referencesOf } from './references';
import type { Json } from './rule';
import { allocationsOf } from './service-allocation-unique';
import type { SetView } from './set-view';
import { POD_INDEX_LABEL, POD_NAME_LABEL, REVISION_LABEL } from '../identity/labels';
import { claimPrefix, peerServiceOf } from '../identity/names';

/** A set with every object of the rendering that any rule could hold against it. */
export interface Family {
  readonly set: SetView;
  /** The set first, then its Services, budget, autoscaler and what its pods refer to by name. */
  readonly objects: readonly Json[];
}

/** Kinds that tie sets to something outside their family, or that rules look up by name. */
const TIES = [
  'Deployment', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob', 'Pod', 'Namespace', 'PersistentVolume', 'PersistentVolumeClaim',
  'StorageClass', 'Endpoints', 'EndpointSlice',
];

/**
 * The rendering as families that have nothing to do with each other: no selector reaches into another family, no name
 * or claim is used twice, no budget or governing Service is missing or shared. Undefined where that cannot be shown;
 * the rules must then see all objects together.
 */
export function familiesOf(all: ObjectSet): Family[] | undefined {
  if (TIES.some((kind) => all.ofKind(kind).length > 0) || repeated(all)) return undefined;
  // It gives a priority to pods that name none.
  if (all.ofKind('PriorityClass').some((object) => object.globalDefault === true)) return undefined;
  // How long names are denied concerns sets whose members look for each other.
  if (all.ofKind('ConfigMap').some(isClusterDns) && all.sets.some(asksEarly)) return undefined;
  // Labels that only running pods have: what they select is not seen in a rendering.
  if (all.services.some((service) => [POD_INDEX_LABEL, REVISION_LABEL].some((label) => label in map(map(service.spec).selector)))) return undefined;
  const sets = all.sets.length > 1 ? governed(all) : undefined;
  if (sets && all.sets.some((set) => namesAnother(set, sets))) return undefined;
  const perPod = perPodServices(all);
  const named = namedServices(all);
  const related = new Set<Json>();
  const families: Family[] = [];
  for (const set of all.sets) {
    const family = familyOf(set, all, perPod.get(`${set.namespace}/${set.name}`) ?? []);
    perPod.delete(`${set.namespace}/${set.name}`);
    if (!family || !holds(family, named.get(`${set.namespace}/${set.name}`) ?? [])) return undefined;
    family.objects.forEach((object) => related.add(object));
    families.push(family);
  }
  if (perPod.size > 0) return undefined;
  // A budget or an autoscaler without a set is a finding of its own; a Service without one serves something else.
  const alone = [...all.budgets, ...all.ofKind('HorizontalPodAutoscaler')].some((object) => !related.has(object));
  return alone ? undefined : families;
}

/** Services that select single pods, by the namespace and name of the set that these would belong to. */
function perPodServices(all: ObjectSet): Map<string, Json[]> {
  const found = new Map<string, Json[]>();
  for (const service of all.services) {
    const pod = map(map(service.spec).selector)[POD_NAME_LABEL];
    if (pod === undefined) continue;
    const key = `${namespaceOf(service)}/${String(pod).replace(/-[0-9]+$/, '')}`;
    if (found.get(key)?.push(service) === undefined) found.set(key, [service]);
  }
  return found;
}

/** Services called like the peer Service of a pod, by the namespace and name of the set that these would belong to. */
function namedServices(all: ObjectSet): Map<string, Json[]> {
  const found = new Map<string, Json[]>();
  for (const service of all.services) {
    const peer = peerServiceOf(text(map(service.metadata).name) ?? '');
    if (peer === undefined) continue;
    const key = `${namespaceOf(service)}/${peer.set}`;
    if (found.get(key)?.push(service) === undefined) found.set(key, [service]);
  }
  return found;
}

/** Whether the Services that a family's pods are named in belong to it and to no other. */
function holds(family: Family, services: readonly Json[]): boolean {
  if (services.length === 0) return true;
  const own = new Set(family.objects);
  return services.every((service) => own.has(service));
}

function familyOf(set: SetView, all: ObjectSet, perPod: readonly Json[]): Family | undefined {
  const { service, services, budgets, autoscaler, namespace } = set;
  // How bad a governing Service that is not headless is depends on every text of the rendering.
  if (!service || map(service.spec).clusterIP !== 'None' || !services.includes(service) || budgets.length > 1) return undefined;
  if (services.some((other) => all.setsServedBy(namespace, map(map(other.spec).selector)).length !== 1)) return undefined;
  if (budgets.some((budget) => all.setsSelectedBy(namespace, map(budget.spec).selector).length !== 1)) return undefined;
  if (all.setsSelectedBy(namespace, set.selector).length !== 1) return undefined;
  // What is missing may be made by something outside of the family.
  if (!isDeclared(set) && referencesOf(set).some(({ kind, name }) => all.findAnywhere(kind, name).length === 0)) return undefined;
  const referred = new Set(referencesOf(set).flatMap(({ kind, name }) => all.find(kind, namespace, name) ?? all.findAnywhere(kind, name)));
  return { set, objects: [set.object, ...services, ...perPod, ...budgets, ...(autoscaler ? [autoscaler] : []), ...referred] };
}

/** Whether what must be unique is not: the name of a set anywhere, of any object in its namespace, of a claim; what a Service asks for. */
function repeated(all: ObjectSet): boolean {
  const seen = new Set<string>();
  const again = (key: string) => seen.size === seen.add(key).size;
  for (const set of all.sets) {
    if (again(`set ${set.name}`) || again(`governs ${set.namespace}/${set.serviceName}`)) return true;
    if (set.claims.some((_, i) => again(`claim ${set.namespace}/${claimPrefix(set.claimNameAt(i), set.name)}`))) return true;
  }
  if (all.services.some((service) => allocationsOf(service).some(({ key }) => again(key)))) return true;
  return all.objects.some((object) => {
    const key = identityOf(object);
    return key !== undefined && again(key);
  });
}

/** What is in no family: it has nothing to do with any set, and only rules about a single object can find something in it. */
export function besides(all: ObjectSet, families: readonly Family[]): readonly Json[] {
  const related = new Set(families.flatMap(({ objects }) => objects));
  return related.size === all.objects.length ? [] : all.objects.filter((object) => !related.has(object));
}
