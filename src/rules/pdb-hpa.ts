import { verdictOn } from './budget-verdict';
import { budgetViews } from './budget-view';
import { shown, text } from './json';
import type { Rule } from './rule';

export const pdbHpa: Rule = {
  id: 'pdb-hpa',
  severity: 'warning',
  title: 'minAvailable is below the minimum of the autoscaler',
  source: 'inferred from kubernetes v1.28.15 pkg/controller/disruption/disruption.go L975',
  all: (all, report) => {
    for (const budget of budgetViews(all)) {
      const verdict = verdictOn(budget);
      if (verdict?.outcome !== 'minimum') continue;
      report({
        object: budget.object,
        path: verdict.path,
        message: `${verdict.written} and HorizontalPodAutoscaler ${shown(text(verdict.set.autoscaler.metadata?.name) ?? '')} goes down to ${verdict.pods} pods: `
          + 'at that scale no pod can be evicted and node drains hang',
        fix: 'write maxUnavailable: 1 instead, or raise minReplicas',
        set: verdict.set,
      });
    }
  },
};
