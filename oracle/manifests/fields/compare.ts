import type { Finding } from '../../../src/rules/finding';

/** What a comparison of our findings with the server's verdict came to. */
export type Outcome =
  | { readonly kind: 'agreed' }
  /** The server refuses it, and we are silent. */
  | { readonly kind: 'missed'; readonly said: string }
  /** The server refuses it, and each error of ours can be acknowledged as if it took it. */
  | { readonly kind: 'understated'; readonly said: string; readonly rules: readonly string[] }
  /** We say that the server refuses it, and it does not. */
  | { readonly kind: 'wrong'; readonly rules: readonly string[] }
  /** We refuse what the server takes, since it fails later. */
  | { readonly kind: 'stricter'; readonly rules: readonly string[] };

/**
 * @param found everything our rules say of the objects
 * @param said what the server says against the object that was changed, if anything
 */
export function compare(found: readonly Finding[], said: string | undefined): Outcome {
  const errors = found.filter(({ severity }) => severity === 'error');
  const claimed = errors.filter(({ acknowledgeable }) => !acknowledgeable);
  const rules = (of: readonly Finding[]) => [...new Set(of.map(({ ruleId }) => ruleId))];
  if (said !== undefined) {
    if (claimed.length > 0) return { kind: 'agreed' };
    return errors.length > 0 ? { kind: 'understated', said, rules: rules(errors) } : { kind: 'missed', said };
  }
  if (claimed.length > 0) return { kind: 'wrong', rules: rules(claimed) };
  return errors.length > 0 ? { kind: 'stricter', rules: rules(errors) } : { kind: 'agreed' };
}
