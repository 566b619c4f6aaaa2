import { Scenario } from './scenario';

export interface Choice {
  /** Words with commas between them: of every name that is wanted, one. */
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
  const candidates = scenarios.filter(({ system }) => !systems || system !== undefined);
  const words = only?.split(',') ?? [''];
  const unknown = words.filter((word) => candidates.every(({ name }) => !name.includes(word)));
  if (unknown.length > 0) {
    throw new Error(`no scenario has "${unknown.join('" or "')}" in its name; there are ${candidates.map(({ name }) => name).join(', ') || 'none'}`);
  }
  const named = candidates.filter(({ name }) => words.some((word) => name.includes(word)));
  const whyNot = ({ slow = false, disturbs = false, ours: needsOurs = false }: Scenario) => {
    if (needsOurs && !ours) return 'it stops a node, which is done on our own cluster alone';
    if (disturbs && !ours && !all) return 'it disturbs others of this cluster; --all runs it';
    return slow && only === undefined && !all ? 'it is slow; --all runs it' : undefined;
  };
  return {
    scenarios: named.filter((each) => whyNot(each) === undefined),
    left: named.flatMap((each) => (whyNot(each) === undefined ? [] : [{ scenario: each.name, why: whyNot(each)! }])),
  };
}
