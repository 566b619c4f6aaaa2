import { shown } from './json';
import { Rule, since } from './rule';

export const containerPresent: Rule = {
  id: 'container-present',
  severity: 'error',
  title: 'the pod template has a container',
  source: 'kubernetes v1.36.3 pkg/apis/apps/validation/validation.go L214; kubernetes#131790',
  rejected: since(34),
  set: (set, report) => {
    if (set.containers.some(({ init }) => !init)) return;
    report({
      object: set.object,
      path: set.podPath('containers'),
      message: `the pod template has ${shown(set.pod.containers)} for containers; before 1.34 the API server accepts the set and no pod can be created`,
      fix: 'add a container with name and image',
    });
  },
};
