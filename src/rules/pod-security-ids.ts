import { list, map, shown } from './json';
import { type FieldPath, type Rule, since } from './rule';

const POD = ['runAsUser', 'runAsGroup', 'fsGroup'];
const CONTAINER = ['runAsUser', 'runAsGroup'];
const MAX_ID = 2147483647;

export const podSecurityIds: Rule = {
  id: 'pod-security-ids',
  severity: 'error',
  title: 'user and group ids are whole numbers from 0 to 2147483647',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L4563 (validatePodSpecSecurityContext), L6824 (ValidateSecurityContext); run of v1.28.15',
  rejected: since(34),
  set: (set, report) => {
    const check = (value: unknown, path: FieldPath, inList = false) => {
      // Other values of single ids have a rule of their own: the API server cannot even read them.
      const outside = Number.isInteger(value) && ((value as number) < 0 || (value as number) > MAX_ID);
      // The decoder reads null in a list as 0.
      const wrong = outside || (inList && value !== null && !Number.isInteger(value));
      if (!wrong) return;
      report({
        object: set.object,
        path,
        message: `${inList ? path[path.length - 2] : path[path.length - 1]} is ${shown(value)}; an id is 0 to ${MAX_ID}, and the pod cannot be created`,
        fix: 'write the number of a user or group, from 0 on, or leave the field out',
      });
    };
    const security = map(set.pod.securityContext);
    for (const field of POD) check(security[field], set.podPath('securityContext', field));
    list(security.supplementalGroups).forEach((group, i) => check(group, set.podPath('securityContext', 'supplementalGroups', i), true));
    for (const { container, path } of set.containers) {
      for (const field of CONTAINER) check(map(container.securityContext)[field], [...path, 'securityContext', field]);
    }
  },
};
