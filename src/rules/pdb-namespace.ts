import { budgetViews } from './budget-view';
import { isDeclared } from './declared';
import { shown } from './json';
import type { Rule } from './rule';

export const pdbNamespace: Rule = {
  id: 'pdb-namespace',
  severity: 'error',
  title: 'a PodDisruptionBudget is in the namespace of its set',
  source: 'kubernetes v1.36.3 pkg/registry/core/pod/storage/eviction.go L487',
  all: (all, report) => {
    for (const { object, namespace, elsewhere: set } of budgetViews(all)) {
      if (!set) continue;
      report({
        object,
        path: ['metadata', 'namespace'],
        // An omitted namespace is chosen by whoever applies, and may be the other one.
        severity: (namespace === '' || set.namespace === '') && !isDeclared(set) ? 'warning' : 'error',
        message: `the budget is in ${where(namespace)} and the pods that it selects, those of StatefulSet ${shown(set.name)}, are in ${where(set.namespace)}: `
          + 'it protects nothing',
        fix: set.namespace === '' ? 'leave namespace out, as the set does' : `write namespace: ${set.namespace}`,
        set,
      });
    }
  },
};

function where(namespace: string): string {
  return namespace === '' ? 'the namespace of whoever applies it' : `namespace ${shown(namespace)}`;
}
