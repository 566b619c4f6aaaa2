/** What a page of docs/rules says that CoreDNS makes of a text. */
export type Claim =
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'kept'; readonly seconds: number }
  | { readonly kind: 'answers'; readonly rcode: string; readonly name: string }
  | { readonly kind: 'denies-return'; readonly denied: boolean };

const FORMS: ReadonlyArray<readonly [form: RegExp, read: (match: RegExpExecArray) => Claim]> = [
  [/^does not start: (.+)$/, ([, text]) => ({ kind: 'refused', text })],
  [/^starts and keeps a missing name for (\d+) seconds?$/, ([, seconds]) => ({ kind: 'kept', seconds: Number(seconds) })],
  [/^starts and keeps no missing name$/, () => ({ kind: 'kept', seconds: 0 })],
  [/^starts and answers ([A-Z]+) for (\S+)$/, ([, rcode, name]) => ({ kind: 'answers', rcode, name })],
  [/^starts and denies (a|no) pod that came back$/, ([, word]) => ({ kind: 'denies-return', denied: word === 'a' })],
];

const SUBJECT = 'CoreDNS 1.15.0 ';

/** Reads the sentence; throws where it is none that can be proved. */
export function claimOf(statement: string): Claim {
  for (const [form, read] of FORMS) {
    const match = statement.startsWith(SUBJECT) ? form.exec(statement.slice(SUBJECT.length)) : null;
    if (match) return read(match);
  }
  throw new Error(`nothing proves "${statement}": write one of the sentences of oracle/page-claim.ts`);
}
