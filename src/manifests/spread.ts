import { Json, compact } from './json';

export interface SpreadConstraint {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly whenUnsatisfiable: string;
  readonly minDomains?: number;
}

/** `topologySpreadConstraints` over the set's own pods: a selector of another workload would spread nothing. */
export function spreadConstraints(constraints: readonly SpreadConstraint[], selector: Json): Json[] {
  return constraints.map((constraint) => ({
    labelSelector: selector,
    maxSkew: constraint.maxSkew,
    ...compact({ minDomains: constraint.minDomains }),
    topologyKey: constraint.topologyKey,
    whenUnsatisfiable: constraint.whenUnsatisfiable,
  }));
}
