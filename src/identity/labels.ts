export const POD_NAME_LABEL = 'statefulset.kubernetes.io/pod-name';
export const POD_INDEX_LABEL = 'apps.kubernetes.io/pod-index';
export const REVISION_LABEL = 'controller-revision-hash';

/** Labels that the StatefulSet controller writes on every pod, over whatever the template says. */
export const CONTROLLER_LABELS: readonly string[] = [REVISION_LABEL, POD_NAME_LABEL, POD_INDEX_LABEL];

export const APP_NAME = 'app.kubernetes.io/name';
export const APP_INSTANCE = 'app.kubernetes.io/instance';
export const APP_COMPONENT = 'app.kubernetes.io/component';
export const APP_PART_OF = 'app.kubernetes.io/part-of';
export const APP_MANAGED_BY = 'app.kubernetes.io/managed-by';

/** The minor version from which `apps.kubernetes.io/pod-index` is on every pod (1.28, beta and on). */
export const POD_INDEX_MINOR = 28;

/** Labels that select exactly one set's pods: never a version, chart or other value that moves with a release. */
export function selectorLabels(app: string, instance: string): Record<string, string> {
  return { [APP_NAME]: app, [APP_INSTANCE]: instance };
}

/** Annotations in which a declaration states its intent, so that a check of the YAML agrees with synth. */
export const MEMBERS_ANNOTATION = 'cdk8s-stateful.dev/members';
export const BOOTSTRAP_ANNOTATION = 'cdk8s-stateful.dev/bootstrap';
/** The range of an autoscaled set: `3-5`. */
export const REPLICAS_ANNOTATION = 'cdk8s-stateful.dev/replicas';
export const IGNORE_ANNOTATION = 'cdk8s-stateful.dev/ignore';
export const QUORUM = 'quorum';

/** Value of the annotation that acknowledges rules: `rule-id: reason`, a line each. */
export function ignoreLines(reasons: Iterable<readonly [ruleId: string, reason: string]>): string {
  return [...reasons].map(([ruleId, reason]) => `${ruleId}: ${reason.replace(/\s+/g, ' ').trim()}`).join('\n');
}

/** Environment variables that hold a member's own identity. */
export const POD_NAME_ENV = 'POD_NAME';
export const POD_ORDINAL_ENV = 'POD_ORDINAL';
