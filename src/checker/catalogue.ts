import { INPUT_RULES } from './input-rules';
import { RULES, docsUrl } from '../rules/engine';
import { ACKNOWLEDGEMENT, Rule, Severity } from '../rules/rule';

/** A rule as it is shown to a reader. */
export interface RuleDescription {
  readonly id: string;
  readonly severity: Severity;
  /** The invariant, one sentence. */
  readonly title: string;
  readonly source: string;
  /** Whether an API server of the version refuses a violation at apply; such findings cannot be acknowledged. */
  readonly rejected: boolean;
  readonly docsUrl: string;
}

type Described = Pick<Rule, 'id' | 'severity' | 'title' | 'source'>;

const OF_ACKNOWLEDGEMENTS: Described = {
  id: ACKNOWLEDGEMENT,
  severity: 'error',
  title: 'an acknowledgement names a rule that exists, gives a reason, and is not about what the API server rejects; annotations of ours are ones that are read',
  source: 'nothing else says that a line of it does nothing',
};

/** What is reported and is no rule of manifests. */
const OTHERS: readonly Described[] = [OF_ACKNOWLEDGEMENTS, ...INPUT_RULES];

/** Every rule, those about texts last. */
export function catalogue(minor: number): RuleDescription[] {
  const described = ({ id, severity, title, source }: Described, rejected: boolean) => ({ id, severity, title, source, rejected, docsUrl: docsUrl(id) });
  return [...RULES.map((rule) => described(rule, rule.rejected?.(minor) === true)), ...OTHERS.map((rule) => described(rule, false))];
}

/** What is known of one rule; of an id that nobody knows, its name. */
export function describe(id: string): Pick<RuleDescription, 'title' | 'severity' | 'docsUrl'> {
  const { title, severity }: Pick<Described, 'title' | 'severity'> = [...RULES, ...OTHERS].find((rule) => rule.id === id) ?? { title: id, severity: 'error' };
  return { title, severity, docsUrl: docsUrl(id) };
}
