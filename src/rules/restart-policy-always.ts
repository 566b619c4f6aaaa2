import { shown } from './json';
import { ALWAYS, Rule } from './rule';

export const restartPolicyAlways: Rule = {
  id: 'restart-policy-always',
  severity: 'error',
  title: 'restartPolicy is Always and activeDeadlineSeconds is not set',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L154, L157',
  rejected: ALWAYS,
  set: (set, report) => {
    const { restartPolicy, activeDeadlineSeconds } = set.pod;
    // The API server fills in an empty one.
    if (restartPolicy && restartPolicy !== 'Always') {
      report({
        object: set.object,
        path: set.podPath('restartPolicy'),
        message: `restartPolicy is ${shown(restartPolicy)}; the API server refuses a StatefulSet whose members may end`,
        fix: 'restartPolicy: Always, or leave it out; work that ends belongs in a Job',
      });
    }
    if (activeDeadlineSeconds !== undefined && activeDeadlineSeconds !== null) {
      report({
        object: set.object,
        path: set.podPath('activeDeadlineSeconds'),
        message: `activeDeadlineSeconds is ${shown(activeDeadlineSeconds)}; the API server refuses a StatefulSet whose members may end`,
        fix: 'remove activeDeadlineSeconds',
      });
    }
  },
};
