import { map, shown } from './json';
import { ALWAYS, FieldPath, Json, Report, Rule } from './rule';
import { serviceViews } from './services';

const SPEC: ReadonlyArray<FieldPath> = [
  ['spec', 'replicas'], ['spec', 'ordinals', 'start'], ['spec', 'minReadySeconds'], ['spec', 'revisionHistoryLimit'],
  ['spec', 'updateStrategy', 'rollingUpdate', 'partition'],
  ['spec', 'template', 'spec', 'terminationGracePeriodSeconds'], ['spec', 'template', 'spec', 'activeDeadlineSeconds'],
  ['spec', 'template', 'spec', 'securityContext', 'runAsUser'], ['spec', 'template', 'spec', 'securityContext', 'runAsGroup'],
  ['spec', 'template', 'spec', 'securityContext', 'fsGroup'],
];
const CONTAINER: ReadonlyArray<FieldPath> = [
  ['securityContext', 'runAsUser'], ['securityContext', 'runAsGroup'],
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) => [
    'initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'successThreshold', 'failureThreshold',
  ].map((field) => [probe, field])),
];
/** Seconds and ids of 64 bits: the decoder takes large ones, and validation has rules of its own. */
const LONG = new Set(['terminationGracePeriodSeconds', 'activeDeadlineSeconds', 'runAsUser', 'runAsGroup', 'fsGroup']);
const INT32 = 2147483647;

export const integerFields: Rule = {
  id: 'integer-fields',
  severity: 'error',
  title: 'counts, ordinals, seconds and ids are whole numbers without quotes',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/api/apps/v1/types.go: int32 and int64 fields; the decoder refuses anything else',
  rejected: ALWAYS,
  set: ({ object, containers }, report) => {
    for (const path of SPEC) check(object, object, [], path, report);
    for (const { container, path: at } of containers) for (const path of CONTAINER) check(object, container, at, path, report);
  },
  all: (all, report) => {
    for (const { service, ports, set } of serviceViews(all)) {
      ports.forEach((port, i) => {
        for (const field of ['port', 'nodePort']) check(service, port, ['spec', 'ports', i], [field], (problem) => report({ ...problem, set }));
      });
    }
    for (const set of all.sets) {
      for (const field of ['minReplicas', 'maxReplicas']) if (set.autoscaler) check(set.autoscaler, set.autoscaler, [], ['spec', field], (problem) => report({ ...problem, set }));
    }
  },
};

/** Whether a value is one that the decoder cannot read as a whole number: then every version refuses it. */
export function unreadable(value: unknown): true | undefined {
  return value === undefined || value === null || (Number.isInteger(value) && Math.abs(value as number) <= INT32) ? undefined : true;
}

function check(object: Json, root: unknown, at: FieldPath, path: FieldPath, report: Report): void {
  const value = path.reduce<any>((found, key) => map(found)[key], root);
  if (unreadable(value) === undefined || (LONG.has(String(path.at(-1))) && Number.isInteger(value))) return;
  report({
    object,
    path: [...at, ...path],
    message: `${path[path.length - 1]} is ${typeof value === 'number' ? String(value) : shown(value)}, which is no whole number; the API server cannot read the ${String(object.kind)} and refuses it`,
    fix: 'write a whole number without quotes',
  });
}
