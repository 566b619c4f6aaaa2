import { ALWAYS, type Rule } from './rule';

export const minReadySecondsNonnegative: Rule = {
  id: 'min-ready-seconds-nonnegative',
  severity: 'error',
  title: 'minReadySeconds is 0 or more',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go',
  rejected: ALWAYS,
  set: ({ spec, object }, report) => {
    const seconds = spec.minReadySeconds;
    if (typeof seconds !== 'number' || seconds >= 0) return;
    report({
      object,
      path: ['spec', 'minReadySeconds'],
      message: `minReadySeconds is ${seconds}; the API server refuses a negative number`,
      fix: 'write 0 or a number of seconds, or leave the field out',
    });
  },
};
