import { map, text } from './json';
import { type ObjectSet, namespaceOf } from './object-set';
import { isApart } from './rivals';
import type { Json } from './rule';
import type { SetView } from './set-view';
import { type Workload, cleaned, workloadsOf } from './workloads';

/** A PodDisruptionBudget with what it selects. */
export interface BudgetView {
  readonly object: Json;
  readonly name: string;
  readonly namespace: string;
  readonly spec: Json;
  /** Undefined when missing, null or no object: such a selector selects nothing. */
  readonly selector: Json | undefined;
  /** The selector is empty: it selects every pod of the namespace. `sets` and `others` then stay empty. */
  readonly everything: boolean;
  readonly sets: readonly SetView[];
  /** Selected workloads that are no StatefulSets. */
  readonly others: readonly Workload[];
  /** A set of another namespace that it would select, when it selects nothing of its own. */
  readonly elsewhere?: SetView;
  /** The set that a budget without a set of its own was most likely written for. */
  readonly meant?: SetView;
}

const views = new WeakMap<ObjectSet, readonly BudgetView[]>();

/** Every budget of a rendering; computed once, as most disruption rules start here. */
export function budgetViews(all: ObjectSet): readonly BudgetView[] {
  const found = views.get(all) ?? build(all);
  views.set(all, found);
  return found;
}

/** The sets of a namespace. */
export function setsByNamespace(all: ObjectSet): ReadonlyMap<string, readonly SetView[]> {
  const sets = new Map<string, SetView[]>();
  for (const set of all.sets) {
    const found = sets.get(set.namespace);
    if (found) found.push(set);
    else sets.set(set.namespace, [set]);
  }
  return sets;
}

function build(all: ObjectSet): readonly BudgetView[] {
  const workloads = workloadsOf(all);
  const inNamespace = setsByNamespace(all);
  const byName = new Map(all.sets.map((set) => [`${set.namespace}/${set.name}`, set]));
  return all.budgets.map((object) => {
    const name = text(object.metadata?.name) ?? '';
    const namespace = namespaceOf(object);
    const spec = map(object.spec);
    const selector = spec.selector === map(spec.selector) ? spec.selector : undefined;
    const everything = selector !== undefined && isEverything(selector);
    const matched = selector === undefined || everything ? [] : workloads.selectedBy(namespace, selector).filter((workload) => !isApart(workload));
    const strays = selector !== undefined && !everything && matched.length === 0;
    const elsewhere = strays ? workloads.firstSetAnywhere(selector) : undefined;
    const own = inNamespace.get(namespace) ?? [];
    const guess = byName.get(`${namespace}/${name}`) ?? (own.length === 1 ? own[0] : undefined);
    return {
      object,
      name,
      namespace,
      spec,
      selector,
      everything,
      elsewhere,
      sets: matched.flatMap(({ set }) => set ?? []),
      others: matched.filter(({ set }) => set === undefined),
      meant: matched.length > 0 ? undefined : elsewhere ?? guess,
    };
  });
}

function isEverything(selector: Json): boolean {
  const { matchLabels, matchExpressions } = cleaned(selector);
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}
