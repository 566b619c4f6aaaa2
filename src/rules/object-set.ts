import { list, map, text } from './json';
import type { Json } from './rule';
import { mapSelects, pairs, selects } from './selector';
import { SetView } from './set-view';

/** As many as a message names, and one to know that there are more. */
const A_FEW = 4;

/** All objects that are judged together, indexed so that every rule stays linear. */
export class ObjectSet {
  readonly sets: readonly SetView[];
  readonly services: readonly Json[];
  readonly budgets: readonly Json[];
  private readonly byName = new Map<string, Json>();
  private readonly byKind = new Map<string, Json[]>();
  private readonly servicesBy: Map<string, Json[]>;
  private readonly budgetsBy: Map<string, Json[]>;
  private readonly setsBy = new Map<string, SetView[]>();
  private readonly setsIn = new Map<string, SetView[]>();
  private readonly autoscalers = new Map<string, Json>();

  private named?: Map<string, Json[]>;

  constructor(readonly objects: readonly Json[]) {
    for (const object of objects) {
      const kind = kindOf(object);
      push(this.byKind, kind, object);
      const key = nameKey(kind, namespaceOf(object), text(object?.metadata?.name) ?? '');
      if (!this.byName.has(key)) this.byName.set(key, object);
    }
    this.services = this.ofKind('Service');
    this.budgets = this.ofKind('PodDisruptionBudget');
    this.sets = this.ofKind('StatefulSet').map((object) => new SetView(object, this));
    this.servicesBy = byRarestPair(this.services, (service) => service.spec?.selector);
    this.budgetsBy = byRarestPair(this.budgets, (budget) => budget.spec?.selector?.matchLabels);
    for (const set of this.sets) {
      push(this.setsIn, set.namespace, set);
      for (const [key, value] of Object.entries(set.templateLabels)) push(this.setsBy, labelKey(set.object, `${key}=${String(value)}`), set);
    }
    for (const hpa of this.ofKind('HorizontalPodAutoscaler')) {
      const target = map(hpa.spec?.scaleTargetRef);
      this.autoscalers.set(nameKey(String(target.kind), namespaceOf(hpa), String(target.name)), hpa);
    }
  }

  ofKind(kind: string): readonly Json[] {
    return this.byKind.get(kind) ?? [];
  }

  find(kind: string, namespace: string, name: string): Json | undefined {
    return this.byName.get(nameKey(kind, namespace, name));
  }

  /**
   * Objects of a kind and name in whatever namespace: the one without a namespace and a few others, which is enough to
   * name them. Platforms have the same name in every namespace.
   */
  findAnywhere(kind: string, name: string): readonly Json[] {
    if (!this.named) {
      this.named = new Map();
      for (const [of, objects] of this.byKind) {
        for (const object of objects) {
          const key = `${of}/${text(object?.metadata?.name)}`;
          if (namespaceOf(object) === '' || (this.named.get(key)?.length ?? 0) < A_FEW) push(this.named, key, object);
        }
      }
    }
    return this.named.get(`${kind}/${name}`) ?? [];
  }

  servicesSelecting(namespace: string, labels: Record<string, unknown>): readonly Json[] {
    return candidates(this.servicesBy, namespace, labels).filter((service) => mapSelects(service.spec?.selector, labels));
  }

  budgetsSelecting(namespace: string, labels: Record<string, unknown>): readonly Json[] {
    return candidates(this.budgetsBy, namespace, labels).filter((budget) => selects(budget.spec?.selector, labels));
  }

  /** The sets of a namespace whose template labels a label selector (`matchLabels`, `matchExpressions`) matches. */
  setsSelectedBy(namespace: string, selector: Json): readonly SetView[] {
    return this.narrowest(namespace, map(selector?.matchLabels)).filter((set) => selects(selector, set.templateLabels));
  }

  /** The sets of a namespace that a Service's selector matches. */
  setsServedBy(namespace: string, selector: unknown): readonly SetView[] {
    return this.narrowest(namespace, map(selector)).filter((set) => mapSelects(selector, set.templateLabels));
  }

  autoscalerOf(kind: string, namespace: string, name: string): Json | undefined {
    return this.autoscalers.get(nameKey(kind, namespace, name));
  }

  /** The shortest list of sets that can match all of `labels`: many sets share `app: x`, few share every label. */
  private narrowest(namespace: string, labels: Record<string, unknown>): readonly SetView[] {
    let best: readonly SetView[] | undefined;
    for (const [key, value] of Object.entries(labels)) {
      const found = this.setsBy.get(`${namespace}/${key}=${String(value)}`) ?? [];
      if (best === undefined || found.length < best.length) best = found;
    }
    return best ?? this.setsIn.get(namespace) ?? [];
  }
}

/**
 * API group of the kinds that rules ask for: another group may use the same word (Knative has a Service too).
 * A PodDisruptionBudget is missing: a rule of its own judges its version.
 */
const GROUPS: Readonly<Record<string, string>> = {
  Service: '',
  Pod: '',
  PersistentVolumeClaim: '',
  Namespace: '',
  ConfigMap: '',
  Secret: '',
  ServiceAccount: '',
  Deployment: 'apps',
  StatefulSet: 'apps',
  DaemonSet: 'apps',
  ReplicaSet: 'apps',
  Job: 'batch',
  CronJob: 'batch',
  HorizontalPodAutoscaler: 'autoscaling',
  NetworkPolicy: 'networking.k8s.io',
  StorageClass: 'storage.k8s.io',
  PriorityClass: 'scheduling.k8s.io',
  RuntimeClass: 'node.k8s.io',
};

/** The kind; with its group where that is not the kind's own. An apiVersion that is missing counts as right. */
function kindOf(object: Json): string {
  const kind = text(object?.kind) ?? '';
  const version = text(object?.apiVersion);
  const group = version === undefined ? GROUPS[kind] : version.includes('/') ? version.split('/')[0] : '';
  return GROUPS[kind] === undefined || group === GROUPS[kind] ? kind : `${kind}.${group}`;
}

export function namespaceOf(object: Json): string {
  return text(object?.metadata?.namespace) ?? '';
}

/** Kinds without a namespace; a rendering may carry one all the same, and the API server drops it. */
const CLUSTER_SCOPED = new Set(['Namespace', 'StorageClass', 'PersistentVolume', 'Node', 'PriorityClass', 'RuntimeClass']);

/** What tells two objects apart: API group, kind, namespace and name; undefined for an object without a name. */
export function identityOf(object: Json): string | undefined {
  const name = text(object?.metadata?.name);
  const group = (text(object?.apiVersion) ?? '').split('/').slice(0, -1).join('/');
  return name && text(object?.kind) && nameKey(`${group}/${object.kind}`, CLUSTER_SCOPED.has(object.kind) ? '' : namespaceOf(object), name);
}

function nameKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${CLUSTER_SCOPED.has(kind) ? '' : namespace}/${name}`;
}

function labelKey(object: Json, pair: string | undefined): string {
  return `${namespaceOf(object)}/${pair ?? ''}`;
}

/** Objects under the label pair that the fewest of them ask for: all may share `app: x`, few share every label. */
function byRarestPair(objects: readonly Json[], labels: (object: Json) => unknown): Map<string, Json[]> {
  const asked = new Map<string, number>();
  const keys = objects.map((object) => pairs(labels(object)).map((pair) => labelKey(object, pair)));
  for (const key of keys.flat()) asked.set(key, (asked.get(key) ?? 0) + 1);
  const index = new Map<string, Json[]>();
  objects.forEach((object, i) => {
    const rarest = keys[i].reduce<string | undefined>((best, key) => best !== undefined && asked.get(best)! <= asked.get(key)! ? best : key, undefined);
    push(index, rarest ?? labelKey(object, undefined), object);
  });
  return index;
}

function candidates(index: Map<string, Json[]>, namespace: string, labels: Record<string, unknown>): Json[] {
  return ['', ...pairs(labels)].flatMap((pair) => list(index.get(`${namespace}/${pair}`)));
}

function push<T>(index: Map<string, T[]>, key: string, value: T): void {
  const found = index.get(key);
  if (found) found.push(value);
  else index.set(key, [value]);
}
