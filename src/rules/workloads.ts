import { list, map } from './json';
import { type ObjectSet, namespaceOf } from './object-set';
import type { Json } from './rule';
import { selects } from './selector';
import type { SetView } from './set-view';

/** Something with pods that a selector can match. */
export interface Workload {
  readonly object: Json;
  readonly namespace: string;
  readonly labels: Record<string, unknown>;
  /** The StatefulSet, if it is one. */
  readonly set?: SetView;
  /** A pod that no controller owns. */
  readonly bare: boolean;
}

const TEMPLATED = ['Deployment', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job'];
const ANYWHERE = '*';
const indices = new WeakMap<ObjectSet, Workloads>();

/** The workloads of a rendering, indexed by their labels. */
export function workloadsOf(all: ObjectSet): Workloads {
  const index = indices.get(all) ?? new Workloads(all);
  indices.set(all, index);
  return index;
}

/** Finds what a label selector matches without a walk over every workload. */
export class Workloads {
  private readonly by = new Map<string, Workload[]>();

  constructor(all: ObjectSet) {
    for (const set of all.sets) this.add({ object: set.object, namespace: set.namespace, labels: set.templateLabels, set, bare: false });
    for (const kind of TEMPLATED) {
      for (const object of all.ofKind(kind)) this.addObject(object, map(map(object.spec).template), false);
    }
    for (const object of all.ofKind('CronJob')) this.addObject(object, map(map(map(map(object.spec).jobTemplate).spec).template), false);
    for (const object of all.ofKind('Pod')) this.addObject(object, object, list(map(object.metadata).ownerReferences).length === 0);
  }

  /** The workloads of a namespace whose pods a selector matches. */
  selectedBy(namespace: string, selector: Json): readonly Workload[] {
    const clean = cleaned(selector);
    return this.narrowest(namespace, clean).filter(({ labels }) => selects(clean, labels));
  }

  /** The first set of any namespace whose pods a selector matches. */
  firstSetAnywhere(selector: Json): SetView | undefined {
    const clean = cleaned(selector);
    return this.narrowest(ANYWHERE, clean).find(({ set, labels }) => set !== undefined && selects(clean, labels))?.set;
  }

  private addObject(object: Json, template: Json, bare: boolean): void {
    this.add({ object, namespace: namespaceOf(object), labels: map(map(template.metadata).labels), bare });
  }

  private add(workload: Workload): void {
    for (const namespace of [workload.namespace, ANYWHERE]) {
      this.push(`${namespace}/`, workload);
      for (const [key, value] of Object.entries(workload.labels)) {
        this.push(`${namespace}/${key}`, workload);
        this.push(`${namespace}/${key}=${String(value)}`, workload);
      }
    }
  }

  private push(key: string, workload: Workload): void {
    const found = this.by.get(key);
    if (found) found.push(workload);
    else this.by.set(key, [workload]);
  }

  /** The shortest list that holds every match: many workloads share one label, few share them all. */
  private narrowest(namespace: string, { matchLabels, matchExpressions }: CleanSelector): readonly Workload[] {
    const lists = (keys: readonly string[]) => keys.map((key) => this.by.get(`${namespace}/${key}`) ?? []);
    const choices = [
      ...Object.entries(matchLabels).map(([key, value]) => lists([`${key}=${String(value)}`])),
      ...matchExpressions.filter((e) => e.operator === 'In').map((e) => lists([...new Set(e.values.map((value) => `${e.key}=${String(value)}`))])),
      ...matchExpressions.filter((e) => e.operator === 'Exists').map((e) => lists([e.key])),
    ];
    let best = lists(['']);
    for (const choice of choices) if (size(choice) < size(best)) best = choice;
    return best.flat();
  }
}

interface CleanSelector {
  readonly matchLabels: Record<string, unknown>;
  readonly matchExpressions: ReadonlyArray<{ readonly key: string; readonly operator: string; readonly values: readonly unknown[] }>;
}

/** A selector with lists and objects where they belong. */
export function cleaned(selector: Json): CleanSelector {
  const { matchLabels, matchExpressions } = map(selector);
  return {
    matchLabels: map(matchLabels),
    matchExpressions: list(matchExpressions).map(map).map((e) => ({ key: String(e.key), operator: String(e.operator), values: list(e.values) })),
  };
}

function size(lists: readonly Workload[][]): number {
  return lists.reduce((sum, found) => sum + found.length, 0);
}
