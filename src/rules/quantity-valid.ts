import { map, shown } from './json';
import { parseQuantity } from './quantity';
import { Rule, since } from './rule';

export const quantityValid: Rule = {
  id: 'quantity-valid',
  severity: 'error',
  title: 'requests and limits are quantities, not negative, and no request is above its limit',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go (ValidateContainerResourceRequirements); apimachinery pkg/api/resource/quantity.go',
  rejected: since(34),
  set: (set, report) => {
    for (const { container, path } of set.containers) {
      const { requests, limits } = map(container.resources);
      const at = (field: string, resource: string, message: string, fix: string, rejected?: boolean) => report({
        object: set.object, path: [...path, 'resources', field, resource], message: `${message} in container ${shown(container.name)}`, fix, rejected,
      });
      for (const [field, amounts] of [['requests', requests], ['limits', limits]] as const) {
        for (const [resource, value] of Object.entries(map(amounts)).filter(([, amount]) => amount !== null)) {
          const amount = parseQuantity(value);
          // A quantity is read when the set is decoded, in every version; the rest is validated.
          if (amount === undefined) at(field, resource, `${resource} ${shown(value)} is not a quantity: the set cannot be applied`, 'write for example 500m, 2 or 512Mi', true);
          else if (amount < 0) at(field, resource, `${resource} ${shown(value)} is negative: the pod cannot be created`, 'write zero or more');
        }
      }
      for (const [resource, request] of Object.entries(map(requests))) {
        // The server reads null as nothing, and compares with that.
        const limit = map(limits)[resource] === null ? 0 : map(limits)[resource];
        if ((parseQuantity(request) ?? 0) <= (parseQuantity(limit) ?? Infinity)) continue;
        at('requests', resource, `${resource} request ${shown(request)} is above the limit ${shown(limit)}: the pod cannot be created`,
          `lower the request to ${shown(limit)}, or raise the limit to ${shown(request)}`);
      }
    }
  },
};
