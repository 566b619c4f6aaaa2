import { shown } from './json';
import { ALWAYS, type Rule } from './rule';

/** A custom resource of another API group may have the same kind. */
function isForeign(apiVersion: unknown): boolean {
  return typeof apiVersion === 'string' && apiVersion.includes('/') && !apiVersion.startsWith('policy/');
}

export const pdbApiVersion: Rule = {
  id: 'pdb-api-version',
  severity: 'error',
  title: 'a PodDisruptionBudget is of policy/v1',
  source: 'kubernetes v0.36.3 api/policy/v1 types.go; policy/v1beta1 is gone since 1.25',
  rejected: ALWAYS,
  all: (all, report) => {
    for (const object of all.budgets) {
      if (object.apiVersion === 'policy/v1' || isForeign(object.apiVersion)) continue;
      report({
        object,
        path: ['apiVersion'],
        message: `apiVersion is ${shown(object.apiVersion)}; no API server from 1.25 on knows that kind there, and an empty selector meant no pods in v1beta1`,
        fix: 'write apiVersion: policy/v1, and check the selector',
      });
    }
  },
};
