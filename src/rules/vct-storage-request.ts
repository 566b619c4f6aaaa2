import { map, shown } from './json';
import { parseQuantity } from './quantity';
import { Rule, since } from './rule';

export const vctStorageRequest: Rule = {
  id: 'vct-storage-request',
  severity: 'error',
  title: 'a claim template requests more than zero storage',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L2483; apimachinery pkg/api/resource/quantity.go (decoding)',
  rejected: since(34),
  set: (set, report) => set.claims.forEach((claim, i) => {
    const request = map(map(map(claim.spec).resources).requests).storage;
    const amount = parseQuantity(request);
    if (amount !== undefined && amount > 0) return;
    const missing = request === undefined || request === null;
    report({
      object: set.object,
      path: ['spec', 'volumeClaimTemplates', i, 'spec', 'resources', 'requests', 'storage'],
      message: `claim template ${shown(set.claimNameAt(i))} requests ${missing ? 'no storage' : shown(request)}; `
        + (missing || amount !== undefined ? 'its claims are refused and no pod starts' : 'that is not a quantity, so the set cannot be applied'),
      fix: 'give a quantity with a binary suffix, for example storage: 10Gi',
      // A quantity is read when the set is decoded, in every version; the others are validated.
      rejected: missing || amount !== undefined ? undefined : true,
    });
  }),
};
