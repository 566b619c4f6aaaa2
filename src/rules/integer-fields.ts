import { map, shown } from './json';
import { ALWAYS, FieldPath, Rule } from './rule';

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
    const check = (root: unknown, at: FieldPath, path: FieldPath) => {
      const value = path.reduce<any>((found, key) => map(found)[key], root);
      if (value === undefined || value === null || (Number.isInteger(value) && (LONG.has(String(path.at(-1))) || Math.abs(value) <= INT32))) return;
      report({
        object,
        path: [...at, ...path],
        message: `${path[path.length - 1]} is ${typeof value === 'number' ? String(value) : shown(value)}, which is no whole number; the API server cannot read the StatefulSet and refuses it`,
        fix: 'write a whole number without quotes',
      });
    };
    for (const path of SPEC) check(object, [], path);
    for (const { container, path: at } of containers) for (const path of CONTAINER) check(container, at, path);
  },
};
