import { Scenario } from './scenario';

export interface Choice {
  /** A word of the name. */
  readonly only?: string;
  /** The slow ones too, and on any cluster those that disturb others. */
  readonly all?: boolean;
  /** Those that run a real system, the slow ones too. */
  readonly systems?: boolean;
}

export interface Chosen {
  readonly scenarios: readonly Scenario[];
  /** Those that are not run, with the reason. */
  readonly left: readonly { readonly scenario: string; readonly why: string }[];
}

/**
 * Which scenarios are run.
 *
 * @param ours whether the cluster was made for them
 */
export function choose(scenarios: readonly Scenario[], { only, systems = false, all = systems }: Choice, ours: boolean): Chosen {
  const named = scenarios.filter(({ name, system }) => (only === undefined || name.includes(only)) && (!systems || system !== undefined));
  if (named.length === 0) {
    throw new Error(`no scenario has "${only}" in its name; there are ${scenarios.map(({ name }) => name).join(', ') || 'none'}`);
  }
  const whyNot = ({ slow = false, disturbs = false }: Scenario) => {
    if (disturbs && !ours && !all) return 'it disturbs others of this cluster; --all runs it';
    return slow && only === undefined && !all ? 'it is slow; --all runs it' : undefined;
  };
  return {
    scenarios: named.filter((each) => whyNot(each) === undefined),
    left: named.flatMap((each) => (whyNot(each) === undefined ? [] : [{ scenario: each.name, why: whyNot(each)! }])),
  };
}
