import { map, shown } from './json';
import { ALWAYS, type FieldPath, type Rule } from './rule';
import { rollingUpdate } from './update-strategy';

export const updateStrategyValid: Rule = {
  id: 'update-strategy-valid',
  severity: 'error',
  title: 'updateStrategy is RollingUpdate or OnDelete, and only RollingUpdate has parameters',
  source: 'kubernetes v1.28.15 pkg/apis/apps/validation/validation.go L112, L122',
  rejected: ALWAYS,
  set: (set, report) => {
    const strategy = map(set.spec.updateStrategy);
    const type = strategy.type || 'RollingUpdate';
    const refuse = (field: FieldPath, message: string, fix: string) =>
      report({ object: set.object, path: ['spec', 'updateStrategy', ...field], message: `${message}; the API server refuses it`, fix });
    if (type !== 'RollingUpdate' && type !== 'OnDelete') {
      refuse(['type'], `type is ${shown(type)}, neither RollingUpdate nor OnDelete`, 'write type: RollingUpdate or type: OnDelete');
    } else if (type === 'OnDelete' && strategy.rollingUpdate !== undefined && strategy.rollingUpdate !== null) {
      refuse(['rollingUpdate'], 'rollingUpdate is written beside type: OnDelete', 'remove rollingUpdate, or write type: RollingUpdate');
    } else if (rollingUpdate(set).partition < 0) {
      refuse(['rollingUpdate', 'partition'], `partition is ${rollingUpdate(set).partition}, below 0`, 'write 0, which updates every pod, or leave the field out');
    }
  },
};
