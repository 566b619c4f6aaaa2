import { AUTOSCALER, AUTOSCALER_V1 } from './autoscaler';
import { PERSISTENT_VOLUME_CLAIM } from './claim';
import { CONFIG_MAP, NAMESPACE, SECRET, SERVICE_ACCOUNT, WITHOUT_DATA } from './configuration';
import { BUDGET, NETWORK_POLICY } from './policies';
import { SERVICE } from './service';
import type { Struct } from './shape';
import { STATEFUL_SET } from './stateful-set';
import { STORAGE_CLASS } from './storage-class';
import { Misfit, misfits } from './walk';
import { isClusterDns } from '../cluster-dns-config';
import { formatPath, list, map, shown } from '../json';
import type { ObjectSet } from '../object-set';
import { referencesOf } from '../references';
import type { Json } from '../rule';

const KINDS: ReadonlyArray<readonly [kind: string, shape: Struct, version?: string]> = [
  ['Service', SERVICE], ['StatefulSet', STATEFUL_SET], ['PodDisruptionBudget', BUDGET], ['PodDisruptionBudget.policy', BUDGET], ['NetworkPolicy', NETWORK_POLICY],
  ['HorizontalPodAutoscaler', AUTOSCALER, 'autoscaling/v2'], ['HorizontalPodAutoscaler', AUTOSCALER_V1, 'autoscaling/v1'],
  ['PersistentVolumeClaim', PERSISTENT_VOLUME_CLAIM], ['StorageClass', STORAGE_CLASS, 'storage.k8s.io/v1'], ['Namespace', NAMESPACE], ['ServiceAccount', SERVICE_ACCOUNT],
  ['ConfigMap', CONFIG_MAP], ['Secret', SECRET],
];

interface Told { readonly object: Json; readonly misfit: Misfit }

/** The answer for objects that are judged together: two rules ask. */
const answers = new WeakMap<ObjectSet, readonly Told[]>();

/** Every value of the objects that the API server of this minor version does not take. */
export function allMisfits(all: ObjectSet, minor: number, told: (object: Json, misfit: Misfit) => void): void {
  let answer = answers.get(all);
  if (!answer) {
    answer = KINDS.flatMap(([kind, shape, version]) => {
      const read = looked(all, kind);
      return all.ofKind(kind).filter(({ apiVersion }) => version === undefined || apiVersion === version)
        .flatMap((object) => judged(object, misfits(object, read(object) ? shape : WITHOUT_DATA, minor)).map((misfit) => ({ object, misfit })));
    });
    answers.set(all, answer);
  }
  for (const { object, misfit } of answer) told(object, misfit);
}

/** What is left of the misfits: a claim template takes the place of the volume with its name before any server looks at its values. */
function judged(object: Json, found: readonly Misfit[]): readonly Misfit[] {
  if (object.kind !== 'StatefulSet' || !found.some(isOfVolume)) return found;
  const { template, volumeClaimTemplates } = map(object.spec);
  const claims = new Set(list(volumeClaimTemplates).map((claim) => map(map(claim).metadata).name).filter(Boolean));
  const volumes = list(map(map(template).spec).volumes);
  return found.filter((misfit) => misfit.unreadable || !isOfVolume(misfit) || !claims.has(map(volumes[Number(misfit.path[4])]).name));
}

const isOfVolume = ({ path }: Misfit) => path[1] === 'template' && path[3] === 'volumes' && path.length > 4;

/** Whether an object is read whole: of those that hold data, what a set reads and what is about cluster DNS. Others may be large, and are nobody's here. */
function looked(all: ObjectSet, kind: string): (object: Json) => boolean {
  if ((kind !== 'ConfigMap' && kind !== 'Secret') || all.ofKind(kind).length === 0) return () => true;
  const named = new Set(all.sets.flatMap((set) => referencesOf(set).flatMap((each) => each.kind === kind ? all.find(kind, set.namespace, each.name) : [])));
  return (object) => named.has(object) || isClusterDns(object);
}

const isLong = (value: unknown) => value !== null && typeof value === 'object' && !Array.isArray(value) && shown(value).endsWith('…');

/** What is wrong about a field; what a Secret holds is not for logs. */
export function given(object: Json, { path, value }: Misfit): string {
  if (path.length === 0) return `the ${object.kind} holds what does not go together`;
  const field = typeof path.at(-1) === 'number' ? formatPath(path.slice(-2)) : String(path.at(-1));
  if (value === undefined) return `${field} is missing`;
  if (object.kind === 'Secret') return `${field} holds something that is not shown here`;
  // Of a long object the cut says nothing.
  return isLong(value) ? `${field} holds what does not go together` : `${field} is ${shown(value)}`;
}
