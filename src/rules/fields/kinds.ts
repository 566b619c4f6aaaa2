import { BUDGET, NETWORK_POLICY } from './policies';
import { SERVICE } from './service';
import type { Struct } from './shape';
import { STATEFUL_SET } from './stateful-set';
import { Misfit, misfits } from './walk';
import type { ObjectSet } from '../object-set';
import type { Json } from '../rule';

const KINDS: ReadonlyArray<readonly [kind: string, shape: Struct]> = [
  ['Service', SERVICE], ['StatefulSet', STATEFUL_SET], ['PodDisruptionBudget', BUDGET], ['PodDisruptionBudget.policy', BUDGET], ['NetworkPolicy', NETWORK_POLICY],
];

interface Told { readonly object: Json; readonly misfit: Misfit }

/** The answer for objects that are judged together: two rules ask. */
const answers = new WeakMap<ObjectSet, readonly Told[]>();

/** Every value of the objects that the API server of this minor version does not take. */
export function allMisfits(all: ObjectSet, minor: number, told: (object: Json, misfit: Misfit) => void): void {
  let answer = answers.get(all);
  if (!answer) {
    answer = KINDS.flatMap(([kind, shape]) => all.ofKind(kind).flatMap((object) => misfits(object, shape, minor).map((misfit) => ({ object, misfit }))));
    answers.set(all, answer);
  }
  for (const { object, misfit } of answer) told(object, misfit);
}
