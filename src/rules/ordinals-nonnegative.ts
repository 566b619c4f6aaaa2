import { map } from './json';
import { ALWAYS, type FieldPath, type Rule } from './rule';

export const ordinalsNonnegative: Rule = {
  id: 'ordinals-nonnegative',
  severity: 'error',
  title: 'replicas and ordinals.start are not negative',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L133',
  rejected: ALWAYS,
  set: ({ object, spec }, report) => {
    const numbers: Array<[unknown, FieldPath]> = [
      [spec.replicas, ['spec', 'replicas']],
      [map(spec.ordinals).start, ['spec', 'ordinals', 'start']],
    ];
    for (const [value, path] of numbers) {
      if (typeof value !== 'number' || value >= 0) continue;
      report({
        object,
        path,
        message: `${path.slice(1).join('.')} is ${value}; the API server refuses a negative number`,
        fix: `set ${path.slice(1).join('.')} to 0 or more`,
      });
    }
  },
};
