import { Finding } from '../rules/finding';

/** Findings that say again, of another object or field, what one finding has said already. */
interface Chain {
  readonly cause: string;
  readonly effects: readonly string[];
  /** Whether this effect follows from that cause; always when absent. */
  readonly follows?: (cause: Finding, effect: Finding) => boolean;
}

const sameField = (cause: Finding, effect: Finding) => cause.path === effect.path && cause.name === effect.name;
const ofReplicas = (cause: Finding) => cause.path === 'spec.replicas';
/** The Service, its reference and the labels are called like the set unless somebody says otherwise. */
const ofItsName = (cause: Finding, effect: Finding) => `${effect.message} ${effect.fix}`.includes(JSON.stringify(cause.name));

/** Everything selects by the labels that the declaration contradicts. */
const ofPodLabels = (cause: Finding) => cause.path.startsWith('podMetadata.');

const CHAINS: readonly Chain[] = [
  { cause: 'sts-name-dns-label', effects: ['service-name-dns1035', 'service-name-label', 'template-labels-valid', 'selector-valid', 'field-values', 'pod-fqdn-253'], follows: ofItsName },
  { cause: 'service-name-dns1035', effects: ['service-name-label'], follows: ofItsName },
  { cause: 'integer-fields', effects: ['ordinals-nonnegative'], follows: sameField },
  { cause: 'integer-fields', effects: ['pdb-single-replica', 'peer-list-empty'], follows: ofReplicas },
  { cause: 'ordinals-nonnegative', effects: ['pdb-single-replica', 'peer-list-empty'], follows: ofReplicas },
  { cause: 'replicas-or-autoscale', effects: ['pdb-single-replica', 'peer-list-empty', 'autoscaler-missing'] },
  {
    cause: 'selector-matches-template',
    effects: ['service-selector-matches-template', 'per-pod-service-selector', 'peer-service-selector', 'pdb-selector-matches', 'spread-selector-self'],
    follows: ofPodLabels,
  },
  { cause: 'partition-below-replicas', effects: ['partition-is-offset'] },
  // A Service that leads elsewhere leaves its own pod without one.
  { cause: 'peer-service-selector', effects: ['per-pod-service-ordinal'], follows: (_, effect) => effect.path === 'spec.replicas' },
  { cause: 'ordinal-unknown', effects: ['peer-list-ordinals', 'per-pod-service-ordinal', 'peer-service-exists'] },
];

/** The findings of one declaration without those that go away with another one. */
export function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const chains = CHAINS.flatMap((chain) => findings.filter(({ ruleId }) => ruleId === chain.cause).map((cause) => ({ ...chain, cause })));
  const follows = (effect: Finding) => chains.some(({ cause, effects, follows: fits }) =>
    cause !== effect && effects.includes(effect.ruleId) && (fits?.(cause, effect) ?? true));
  return chains.length === 0 ? [...findings] : findings.filter((finding) => !follows(finding));
}
