import { dnsLabel, dnsSubdomain, exactWords, labelValue, qualified, qualifiedOrEmpty, range, some } from './allow';
import { CHECKED_SELECTOR, SELECTOR } from './metadata';
import { Allow, int32, INT32, INT64, list, Shape, sinceMinor, struct, TEXT, text } from './shape';
import { map } from '../json';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/** What a node must have: Gt and Lt name one value; of the other operators another rule says it. */
const nodeRequirement: Allow = (value) => {
  const { operator, values } = map(value);
  const count = Array.isArray(values) ? values.length : 0;
  return (operator === 'Gt' || operator === 'Lt') && count !== 1 ? `one value, which ${operator} needs` : undefined;
};

/** Of the fields of a node its name alone can be asked for. */
const FIELD = struct({
  key: text(exactWords('metadata.name')),
  operator: text(exactWords('In', 'NotIn')),
  values: list(text(dnsSubdomain), (value) => value.length === 1 ? undefined : 'one name of a node'),
}, ['key', 'operator', 'values']);

const nodeTerm = (value: Shape) => struct({
  matchFields: list(FIELD),
  matchExpressions: list(struct({ key: text(qualified), operator: text(exactWords(...OPERATORS)), values: list(value) }, ['key', 'operator'], nodeRequirement)),
});

const POD_TERM = struct({
  topologyKey: text(qualified),
  namespaces: list(text(dnsLabel)),
  labelSelector: CHECKED_SELECTOR,
  namespaceSelector: CHECKED_SELECTOR,
  matchLabelKeys: sinceMinor(29, list(text(qualified))),
  mismatchLabelKeys: sinceMinor(29, list(text(qualified))),
}, ['topologyKey']);
const POD_AFFINITY = struct({
  requiredDuringSchedulingIgnoredDuringExecution: list(POD_TERM),
  preferredDuringSchedulingIgnoredDuringExecution: list(struct({ weight: int32(range(1, 100)), podAffinityTerm: POD_TERM }, ['weight', 'podAffinityTerm'])),
});

export const AFFINITY = struct({
  nodeAffinity: struct({
    requiredDuringSchedulingIgnoredDuringExecution: struct({ nodeSelectorTerms: list(nodeTerm(text(labelValue)), some) }, ['nodeSelectorTerms']),
    preferredDuringSchedulingIgnoredDuringExecution: list(struct({ weight: int32(range(1, 100)), preference: nodeTerm(TEXT) }, ['weight'])),
  }),
  podAffinity: POD_AFFINITY,
  podAntiAffinity: POD_AFFINITY,
});

export const SPREAD = struct({ maxSkew: INT32, topologyKey: TEXT, minDomains: INT32, matchLabelKeys: list(text(qualified)), labelSelector: SELECTOR });

/** Words of operator and effect are for another rule. */
export const TOLERATION = struct(
  { key: text(qualifiedOrEmpty), operator: TEXT, value: text((value) => value === '' ? undefined : labelValue(value, 0)), effect: TEXT, tolerationSeconds: INT64 },
  [],
  (value) => {
    const { key, operator, effect, tolerationSeconds } = map(value);
    if (!key && (!operator || operator === 'Equal')) return 'a key, or operator: Exists for every taint';
    return (tolerationSeconds ?? undefined) !== undefined && (!effect || /^(Prefer)?NoSchedule$/.test(effect)) ? 'effect: NoExecute, which tolerationSeconds needs' : undefined;
  },
);
