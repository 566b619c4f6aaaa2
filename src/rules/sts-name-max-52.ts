import type { Rule } from './rule';
import { MAX_SET_NAME } from '../identity/names';

export const stsNameMax52: Rule = {
  id: 'sts-name-max-52',
  severity: 'error',
  title: `a StatefulSet name has at most ${MAX_SET_NAME} characters`,
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go L506; kubernetes#64023',
  set: ({ name, object }, report) => {
    if (name.length <= MAX_SET_NAME || name.length > 63) return;
    report({
      object,
      path: ['metadata', 'name'],
      message: `"${name}" has ${name.length} characters; every pod carries the label controller-revision-hash with this name and up to 11 more, `
        + 'a label ends at 63, so the API server accepts the set and the controller creates no pod (or stops to, with the next image)',
      fix: `shorten the name by ${name.length - MAX_SET_NAME} or more, before the first apply: a set cannot be renamed`,
    });
  },
};
