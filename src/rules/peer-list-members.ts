import { shown } from './json';
import { type ObjectSet, namespaceOf } from './object-set';
import { ordinalRange } from './ordinal-range';
import { type OwnName, ownNames } from './own-names';
import { type PodName, namespaceOfName, namesOfClient, placeOf, podNames } from './peer-names';
import type { Rule } from './rule';
import type { SetView } from './set-view';

export const peerListMembers: Rule = {
  id: 'peer-list-members',
  severity: 'error',
  title: 'a pod name in a container is that of a pod that a rendered set makes, under the Service that governs it',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/endpointslice/util/controller_utils.go L115 (ShouldSetHostname): a pod has a name under one Service',
  all: (all, report) => {
    const judge = judgement(all);
    // Of a ConfigMap that several sets read it is said once.
    const reported = new Set<string>();
    const tell = (pod: PodName, namespace: string, set: SetView | undefined, names: readonly PodName[]) => {
      const place = `${namespace}/${placeOf(pod)}`;
      const fault = reported.has(place) ? undefined : judge(pod, namespace, set, names);
      if (!fault) return;
      reported.add(place);
      report({
        object: pod.object,
        path: pod.path,
        word: pod.name,
        set: set ?? fault.of,
        // Without the namespace it may be the name of a file, or a host of another network.
        severity: pod.rest[1] === 'svc' ? 'error' : 'warning',
        message: `${shown(pod.name)}: ${fault.what}; the name never resolves, so the member is never found`,
        fix: fault.fix,
      });
    };
    for (const set of all.sets) {
      for (const pod of podNames(set)) tell(pod, set.namespace, set, podNames(set));
      for (const own of ownNames(set).filter((name) => isMisplaced(all, set, name))) {
        const place = `${set.namespace}/${placeOf(own)}`;
        if (reported.size === reported.add(place).size) continue;
        report({
          object: own.object,
          path: own.path,
          word: own.name,
          set,
          severity: own.rest[1] === 'svc' ? 'error' : 'warning',
          message: `${shown(own.name)}: the pods of ${shown(set.name)} have names under ${shown(set.serviceName)}, not under ${shown(own.service)}; the name never resolves, so the member is never found`,
          fix: `write ${own.short.slice(0, -own.service.length)}${set.serviceName}`,
        });
      }
    }
    for (const workload of all.sets.length === 0 ? [] : CLIENTS.flatMap((kind) => all.ofKind(kind))) {
      const names = namesOfClient(workload);
      for (const pod of names) tell(pod, namespaceOf(workload), undefined, names);
    }
  },
};

/** Workloads that may know the members of a set by name. */
const CLIENTS = ['Deployment', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod'];
/** Endings of files that look like a Service behind a pod. */
const ENDINGS = new Set(['log', 'crt', 'key', 'pem', 'json', 'yaml', 'yml', 'conf', 'txt', 'gz', 'tar', 'sql', 'out']);

/** Whether a member's own address is under another Service than the one that governs the set, for all that is known. */
function isMisplaced(all: ObjectSet, set: SetView, own: OwnName): boolean {
  const { serviceName } = set;
  const { service, rest: [namespace, svc], host } = own;
  // Where the namespace stands behind the pod, it is the name of a Service for this pod.
  if (serviceName === undefined || service === serviceName || namespace === 'svc' || (namespace === undefined && service === set.namespace)) return false;
  if (namespace !== undefined && set.namespace !== '' && namespace !== set.namespace) return false;
  if (svc === 'svc' || (svc === undefined && all.find('Service', set.namespace, service) !== undefined)) return true;
  // A single word behind the pod may be the ending of a file.
  return svc === undefined && !ENDINGS.has(service) && ((host && set.namespace !== '') || service.startsWith(set.name) || serviceName.startsWith(service));
}

interface Fault {
  readonly what: string;
  readonly fix: string;
  readonly of: SetView;
}

function judgement(all: ObjectSet): (pod: PodName, from: string, set: SetView | undefined, names: readonly PodName[]) => Fault | undefined {
  const { byName, governing } = governed(all);
  return (pod, from, set, names) => {
    const namespace = namespaceOfName({ namespace: from }, pod);
    if (namespace === undefined) return undefined;
    const owner = byName.get(`${namespace}/${pod.owner}`);
    const here = governing.get(`${namespace}/${pod.service}`);
    const isService = () => pod.rest[1] === 'svc' || all.find('Service', namespace, pod.service) !== undefined || isList(pod, names);
    if (owner) return faultOf(pod, owner, set, isService);
    return here && { what: `no rendered set makes a pod ${shown(`${pod.owner}-${pod.ordinal}`)}, ${shown(pod.service)} governs ${shown(here.name)}`, fix: `name pods of ${here.name}, or give the set back its name`, of: here };
  };
}

/** Two and more members under one word in one place are hosts; a single one may be the name of a file. */
function isList({ owner, service, ordinal, path }: PodName, names: readonly PodName[]): boolean {
  const place = path.join();
  return !ENDINGS.has(service)
    && names.some((other) => other.owner === owner && other.service === service && other.ordinal !== ordinal && other.path.join() === place);
}

function faultOf({ owner, ordinal, service }: PodName, of: SetView, set: SetView | undefined, isService: () => boolean): Fault | undefined {
  if (of.serviceName !== service) {
    if (of.serviceName === undefined || !isService()) return undefined;
    return { what: `the pods of ${shown(owner)} have names under ${shown(of.serviceName)}, not under ${shown(service)}`, fix: `write ${owner}-${ordinal}.${of.serviceName}`, of };
  }
  // Ordinals of the set itself have a rule of their own.
  const range = of === set ? undefined : ordinalRange(of);
  return range === undefined || (ordinal >= range.first && ordinal <= range.last) ? undefined
    : { what: `StatefulSet ${shown(owner)} has the ordinals ${range.first} to ${range.last}`, fix: `name ordinals ${range.first} to ${range.last} only`, of };
}

/** Whether a container of one set names pods or the governing Service of another one, or its own pods under another Service. */
export function namesAnother(set: SetView, { byName, governing }: Governed): boolean {
  return ownNames(set).some(({ service }) => service !== set.serviceName && set.all.find('Service', set.namespace, service) !== undefined) || podNames(set).some((pod) => {
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
