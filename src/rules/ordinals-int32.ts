import type { Rule } from './rule';
import { MAX_ORDINAL } from '../identity/ordinals';

export const ordinalsInt32: Rule = {
  id: 'ordinals-int32',
  severity: 'error',
  title: `the highest ordinal is at most ${MAX_ORDINAL}`,
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go (getParentNameAndOrdinal)',
  set: ({ object, start, replicas, last, name }, report) => {
    if (last <= MAX_ORDINAL) return;
    report({
      object,
      path: ['spec', 'ordinals', 'start'],
      message: `ordinals.start ${start} with ${replicas} replicas ends at ${last}; ordinals end at ${MAX_ORDINAL}, `
        + `so the API server accepts the set and the controller fails on a pod such as ${name}--1`,
      fix: `set ordinals.start to ${Math.max(0, MAX_ORDINAL - replicas + 1)} or less`,
    });
  },
};
