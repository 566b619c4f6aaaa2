import type { Rule } from './rule';

export const terminationGraceZero: Rule = {
  id: 'termination-grace-zero',
  severity: 'error',
  title: 'terminationGracePeriodSeconds is above 0',
  source: 'kubernetes v1.28.15 pkg/registry/core/pod/strategy.go L163; kubernetes#55713',
  set: (set, report) => {
    const seconds = set.pod.terminationGracePeriodSeconds;
    if (typeof seconds !== 'number' || seconds > 0) return;
    report({
      object: set.object,
      path: set.podPath('terminationGracePeriodSeconds'),
      message: seconds < 0 ? `terminationGracePeriodSeconds is ${seconds}, which is treated as 1: the process is killed after one second`
        : 'terminationGracePeriodSeconds is 0: a deleted pod gives its name away before its process is dead, so two pods can hold one identity and one volume',
      fix: 'write the seconds that a clean shutdown takes, or leave the field out (30)',
    });
  },
};
