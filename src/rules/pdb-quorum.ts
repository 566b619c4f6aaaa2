import { betterBudget, verdictOn } from './budget-verdict';
import { budgetViews } from './budget-view';
import { shown } from './json';
import type { Rule } from './rule';
import { fewest } from './scale';
import { majority } from '../identity/quorum';

export const pdbQuorum: Rule = {
  id: 'pdb-quorum',
  severity: 'error',
  title: 'a PodDisruptionBudget of a quorum keeps a majority of the members',
  source: 'kubernetes v1.28.15 pkg/controller/disruption/disruption.go L797-L816; cozystack/etcd-operator#351',
  all: (all, report) => {
    for (const budget of budgetViews(all)) {
      const verdict = verdictOn(budget);
      if (verdict?.outcome !== 'quorum') continue;
      const { set, allowed, pods } = verdict;
      const members = fewest(set);
      report({
        object: budget.object,
        path: verdict.path,
        message: `${verdict.written}: ${allowed} of ${pods} pods may be evicted at once, but the ${members} members of `
          + `StatefulSet ${shown(set.name)} need ${majority(members)} for their majority: a drain stops the quorum`,
        fix: betterBudget(verdict),
        set,
      });
    }
  },
};
