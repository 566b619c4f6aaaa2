import { FORMS } from './forms';
import { Form } from './forms/form';

export const VERSIONS = ['1.28', '1.36'] as const;

export type Version = typeof VERSIONS[number];

/** What becomes of the objects of a page. */
export type Verdict =
  | { readonly kind: 'rejected'; readonly text: string }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'runs' }
  | { readonly kind: 'stops'; readonly pods: number; readonly of?: number; readonly set?: string; readonly event?: string }
  | { readonly kind: 'crashes'; readonly text: string };

/** Something that is seen once the pods run, and how it is proved. */
export interface Seen {
  readonly text: string;
  readonly form: Form;
  readonly words: readonly string[];
}

/** What a page says of one version. */
export interface ServerClaim {
  readonly verdict: Verdict;
  readonly seen: readonly Seen[];
  /** What an API call cannot show: who it takes, and what then happens. */
  readonly beyond?: string;
}

const VERDICTS: ReadonlyArray<readonly [RegExp, (words: string[]) => Partial<ServerClaim>]> = [
  [/^rejects? it: (.+)$/, ([text]) => ({ verdict: { kind: 'rejected', text } })],
  [/^accepts? it$/, () => ({ verdict: { kind: 'accepted' } })],
  [/^accepts? it and crash(?:es)? kube-controller-manager: (.+)$/, ([text]) => ({ verdict: { kind: 'crashes', text } })],
  [/^accepts? it and runs? its pods$/, () => ({ verdict: { kind: 'runs' } })],
  [/^accepts? it and runs? its pods, but (.+)$/, ([text]) => ({ verdict: { kind: 'runs' }, seen: [seenOf(text)] })],
  [/^accepts? it and runs? its pods; (the failure needs (?:a|an|the)? ?[^:]+: .+)$/, ([beyond]) => ({ verdict: { kind: 'runs' }, beyond })],
  [/^accepts? it; (the failure needs (?:a|an|the)? ?[^:]+: .+)$/, ([beyond]) => ({ verdict: { kind: 'accepted' }, beyond })],
  [/^accepts? it, but (.+)$/, ([text]) => ({ verdict: { kind: 'accepted' }, seen: [seenOf(text)] })],
  [/^accepts? it and creates? no pod(?: of StatefulSet ([^\s:]+))?(?:: (.+))?$/, ([set, event]) => ({ verdict: { kind: 'stops', pods: 0, set, event } })],
  [
    /^accepts? it and creates? only (\d+) of (\d+) pods(?: of StatefulSet ([^\s:]+))?(?:: (.+))?$/,
    ([pods, of, set, event]) => ({ verdict: { kind: 'stops', pods: Number(pods), of: Number(of), set, event } }),
  ],
];

const LINE = /^Kubernetes (1\.28 and 1\.36|1\.28|1\.36) (.+)$/;
const THEN = /^then: (.+)$/;

/** Reads what stands under a block of a page; throws where a sentence is none that can be proved, or a version is missing. */
export function claimsOf(statement: string): Map<Version, ServerClaim> {
  const claims = new Map<Version, ServerClaim>();
  for (const line of statement.trim().split('\n')) {
    const [, versions, sentence] = LINE.exec(line) ?? refuse(line);
    for (const version of VERSIONS.filter((each) => versions.includes(each))) claims.set(version, withLine(claims.get(version), version, line, sentence));
  }
  const missing = VERSIONS.filter((version) => !claims.has(version));
  if (missing.length > 0) throw new Error(`nothing is said of Kubernetes ${missing.join(' and ')}`);
  return claims;
}

function withLine(known: ServerClaim | undefined, version: Version, line: string, sentence: string): ServerClaim {
  const then = THEN.exec(sentence);
  if (then && !known) throw new Error(`"${line}" comes before the verdict of Kubernetes ${version}`);
  if (then) return { ...known!, seen: [...known!.seen, seenOf(then[1])] };
  if (known) throw new Error(`Kubernetes ${version} has two verdicts; write what is seen afterwards as "Kubernetes ${version} then: …"`);
  for (const [form, read] of VERDICTS) {
    const match = form.exec(sentence);
    if (match) return { seen: [], verdict: { kind: 'accepted' }, ...read(match.slice(1)) };
  }
  return refuse(line);
}

function seenOf(text: string): Seen {
  for (const form of FORMS) {
    const match = form.pattern.exec(text);
    if (match) return { text, form, words: match.slice(1) };
  }
  throw new Error(`nothing proves "${text}": write one of the forms of oracle/manifests/forms`);
}

function refuse(line: string): never {
  throw new Error(`nothing proves "${line}": write one of the sentences of oracle/manifests/server-claim.ts`);
}
