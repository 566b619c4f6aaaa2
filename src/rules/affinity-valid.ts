import { unreadable } from './integer-fields';
import { list, map, shown } from './json';
import { labelKeysFault } from './label-keys';
import { type FieldPath, type Json, type Report, type Rule, since } from './rule';
import type { SetView } from './set-view';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/** The minor version whose API server keeps `matchLabelKeys` of an affinity (gate MatchLabelKeysInPodAffinity). */
const LABEL_KEYS = 31;

type Refuse = (path: FieldPath, message: string, fix: string, given?: unknown) => void;

export const affinityValid: Rule = {
  id: 'affinity-valid',
  severity: 'error',
  title: 'a term of an affinity has a topologyKey, a preferred one a weight of 1 to 100, and node terms operators that exist',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validatePodAffinityTerm, validateWeightedPodAffinityTerms, validateNodeAffinity)',
  rejected: since(34),
  set: (set, report, { minor }) => {
    const refuse: Refuse = (path, message, fix, given) => report({ object: set.object, path, message: `${message}; the pod cannot be created`, fix, rejected: unreadable(given) });
    for (const kind of ['podAffinity', 'podAntiAffinity']) ofPods(set, kind, refuse);
    if (minor >= LABEL_KEYS) ofKeys(set, report);
    ofNodes(set, refuse);
  },
};

function ofPods(set: SetView, kind: string, refuse: Refuse): void {
  const affinity = map(map(set.pod.affinity)[kind]);
  const at = (...rest: Array<string | number>) => set.podPath('affinity', kind, ...rest);
  list(affinity[REQUIRED]).forEach((term, i) => topology(map(term), at(REQUIRED, i), refuse));
  list(affinity[PREFERRED]).map(map).forEach(({ weight, podAffinityTerm, topologyKey }, i) => {
    weighed(weight, at(PREFERRED, i, 'weight'), refuse);
    if (podAffinityTerm === undefined && topologyKey !== undefined) {
      refuse(at(PREFERRED, i, 'podAffinityTerm'), 'the term of a preference stands beside its weight and is dropped', 'write it below podAffinityTerm');
    } else {topology(map(podAffinityTerm), at(PREFERRED, i, 'podAffinityTerm'), refuse);}
  });
}

function ofKeys(set: SetView, report: Report): void {
  for (const kind of ['podAffinity', 'podAntiAffinity']) {
    const affinity = set.pod.affinity?.[kind];
    if (!affinity) continue;
    const terms = [
      ...list(affinity[REQUIRED]).map((term, i) => [term, [REQUIRED, i]] as const),
      ...list(affinity[PREFERRED]).map((each, i) => [map(each).podAffinityTerm, [PREFERRED, i, 'podAffinityTerm']] as const),
    ];
    for (const [term, at] of terms) {
      const fault = labelKeysFault(map(term), set.templateLabels);
      if (!fault) continue;
      report({
        object: set.object, path: set.podPath('affinity', kind, ...at, fault.field), message: `${fault.message}; the pod cannot be created`, fix: fault.fix, rejected: fault.onlyPods ? false : undefined,
      });
    }
  }
}

function topology({ topologyKey }: Json, path: FieldPath, refuse: Refuse): void {
  if (!topologyKey) refuse([...path, 'topologyKey'], 'topologyKey is missing', 'write the label of the nodes that counts, for example kubernetes.io/hostname');
}

function weighed(weight: unknown, path: FieldPath, refuse: Refuse): void {
  if (Number.isInteger(weight) && (weight as number) >= 1 && (weight as number) <= 100) return;
  refuse(path, `weight is ${shown(weight)}, no whole number from 1 to 100`, 'write weight: 100', weight);
}

function ofNodes(set: SetView, refuse: Refuse): void {
  const affinity = map(map(set.pod.affinity).nodeAffinity);
  const at = (...rest: Array<string | number>) => set.podPath('affinity', 'nodeAffinity', ...rest);
  const required = affinity[REQUIRED];
  if (required !== undefined && required !== null) {
    const terms = list(map(required).nodeSelectorTerms);
    if (terms.length === 0) refuse(at(REQUIRED, 'nodeSelectorTerms'), 'nodeSelectorTerms are missing', 'write one term or more, each with matchExpressions');
    terms.forEach((term, i) => operators(map(term), at(REQUIRED, 'nodeSelectorTerms', i), refuse));
  }
  list(affinity[PREFERRED]).map(map).forEach(({ weight, preference }, i) => {
    weighed(weight, at(PREFERRED, i, 'weight'), refuse);
    operators(map(preference), at(PREFERRED, i, 'preference'), refuse);
  });
}

function operators({ matchExpressions }: Json, path: FieldPath, refuse: Refuse): void {
  list(matchExpressions).map(map).forEach(({ operator, values }, i) => {
    const fault = (field: string, message: string, fix: string) => refuse([...path, 'matchExpressions', i, field], message, fix);
    if (!OPERATORS.includes(operator)) fault('operator', `operator is ${shown(operator)}`, `write ${OPERATORS.join(', ')}`);
    else if (['In', 'NotIn'].includes(operator) && list(values).length === 0) fault('values', `operator ${operator} has no values`, 'list the values');
    else if (['Exists', 'DoesNotExist'].includes(operator) && list(values).length > 0) fault('values', `operator ${operator} has values`, 'remove them, or write operator In');
  });
}
