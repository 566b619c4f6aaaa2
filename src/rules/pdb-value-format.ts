import { isBudgetValue } from './budget-arithmetic';
import { budgetViews } from './budget-view';
import { shown } from './json';
import { ALWAYS, type Rule } from './rule';

export const pdbValueFormat: Rule = {
  id: 'pdb-value-format',
  severity: 'error',
  title: 'minAvailable and maxUnavailable are integers from 0 on or percentages from 0% to 100%',
  source: 'kubernetes v1.28.15 pkg/apis/policy/validation/validation.go',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const { object, spec, sets } of budgetViews(all)) {
      for (const field of ['minAvailable', 'maxUnavailable']) {
        const value = spec[field] ?? undefined;
        if (value === undefined || isBudgetValue(value)) continue;
        report({
          object,
          path: ['spec', field],
          message: `${field} is ${shown(value)}, neither an integer from 0 on nor a percentage from 0% to 100%; the API server refuses it`,
          fix: `write an integer without quotes, for example ${field}: 1`,
          set: sets[0],
        });
      }
    }
  },
};
