import { shown, text } from './json';
import { ALWAYS, type Json, type Problem, type Rule } from './rule';

interface Served {
  /** What is served, the one to write first. */
  readonly served: readonly string[];
  /** Versions that no API server from 1.27 on serves, with where they ended. */
  readonly gone?: Readonly<Record<string, number>>;
}

/** The kinds that rules read. A budget of another version of its group has a rule of its own. */
const KINDS: Readonly<Record<string, Served>> = {
  StatefulSet: { served: ['apps/v1'], gone: { 'apps/v1beta1': 16, 'apps/v1beta2': 16 } },
  HorizontalPodAutoscaler: { served: ['autoscaling/v2', 'autoscaling/v1'], gone: { 'autoscaling/v2beta1': 25, 'autoscaling/v2beta2': 26 } },
  PodDisruptionBudget: { served: ['policy/v1'] },
  NetworkPolicy: { served: ['networking.k8s.io/v1'], gone: { 'extensions/v1beta1': 16 } },
  StorageClass: { served: ['storage.k8s.io/v1'], gone: { 'storage.k8s.io/v1beta1': 22 } },
  PriorityClass: { served: ['scheduling.k8s.io/v1'], gone: { 'scheduling.k8s.io/v1beta1': 22 } },
  Service: { served: ['v1'] },
  PersistentVolumeClaim: { served: ['v1'] },
  ConfigMap: { served: ['v1'] },
  Secret: { served: ['v1'] },
  Namespace: { served: ['v1'] },
  ServiceAccount: { served: ['v1'] },
};
const SPELLED: ReadonlyMap<string, string> = new Map(Object.keys(KINDS).map((kind) => [kind.toLowerCase(), kind]));
/** The API's own groups, whose kinds are its own; elsewhere a custom resource may be called StatefulSet as well. */
const OWN = new Set(['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy', 'networking.k8s.io', 'storage.k8s.io', 'scheduling.k8s.io']);

/** Whether an object is a StatefulSet of a version in which the API server filled the selector in. */
export function isBeta({ apiVersion }: Json): boolean {
  return apiVersion === 'apps/v1beta1' || apiVersion === 'apps/v1beta2';
}

const groupOf = (apiVersion: string) => apiVersion.includes('/') ? apiVersion.split('/')[0].trim().toLowerCase() : '';
/** The group of a custom resource has a dot; what has none and is not the API's is most likely a slip. */
const isForeign = (group: string) => !OWN.has(group) && group.includes('.');

export const apiVersionServed: Rule = {
  id: 'api-version-served',
  severity: 'error',
  title: 'kinds of Kubernetes that a StatefulSet needs are of a version that is served',
  source: 'kubernetes.io/docs/reference/using-api/deprecation-guide: apps/v1beta1 and v1beta2 until 1.15, autoscaling/v2beta1 until 1.24, v2beta2 until 1.25; '
    + 'kubernetes v1.36.3 staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go: the group of a custom resource has a dot',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const object of all.objects) {
      const found = wrong(object);
      if (found) report(found);
    }
  },
};

function wrong(object: Json): Problem | undefined {
  const given = text(object?.kind) ?? '';
  const apiVersion = text(object?.apiVersion);
  const kind = SPELLED.get(given.trim().toLowerCase());
  if (kind === undefined || !apiVersion) return undefined;
  const { served, gone = {} } = KINDS[kind];
  const group = groupOf(apiVersion);
  const isServed = served.includes(apiVersion);
  if (isForeign(group) || (isServed && given === kind)) return undefined;
  const [now] = served;
  // A group that nobody knows may be one of an API server of somebody's own.
  const severity = OWN.has(group) ? undefined : 'warning';
  const rejected = OWN.has(group) ? undefined : false;
  if (given !== kind) {
    return { object, path: ['kind'], severity, rejected, message: `kind is ${shown(given)}; the API has no such kind, and nothing is created`, fix: `write kind: ${kind}${isServed ? '' : ` and apiVersion: ${now}`}` };
  }
  // Another rule tells of these.
  if (kind === 'PodDisruptionBudget' && (!apiVersion.includes('/') || apiVersion.startsWith('policy/'))) return undefined;
  const minor = Object.hasOwn(gone, apiVersion) ? gone[apiVersion] : undefined;
  return {
    object,
    path: ['apiVersion'],
    severity,
    rejected,
    message: `apiVersion is ${shown(apiVersion)}; ${minor === undefined ? `the API has no ${kind} there` : `it is not served from Kubernetes 1.${minor} on`}, and nothing is created`,
    fix: isBeta(object) ? `write apiVersion: ${now}, spec.selector, and updateStrategy type: OnDelete where v1beta1 left it out and it is meant` : `write apiVersion: ${now}`,
  };
}
