import { BOOTSTRAP_ANNOTATION, IGNORE_ANNOTATION, MEMBERS_ANNOTATION, QUORUM, REPLICAS_ANNOTATION } from '../identity/labels';
import type { FieldPath, Json, Severity } from '../rules/rule';

/** What is wrong about the acknowledgements that an object carries. */
export interface AcknowledgementProblem {
  readonly severity: Severity;
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
}

export const NO_REASON = 'an acknowledgement without a reason tells nobody anything, and counts for nothing';
export const NO_RULE = 'there is no rule of this id';

const READ = [IGNORE_ANNOTATION, MEMBERS_ANNOTATION, BOOTSTRAP_ANNOTATION, REPLICAS_ANNOTATION];
const PREFIX = IGNORE_ANNOTATION.slice(0, IGNORE_ANNOTATION.indexOf('/') + 1);

/** What an object says to the rules and nobody reads: acknowledgements, and the other annotations of ours. */
export function acknowledgementProblems(object: Json, known: ReadonlySet<string>): AcknowledgementProblem[] {
  const annotations = object.metadata?.annotations;
  if (annotations === null || typeof annotations !== 'object') return [];
  return Object.keys(annotations).filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => problemsOf(key, annotations[key], known).map((problem) => ({ ...problem, path: ['metadata', 'annotations', key] })));
}

function problemsOf(key: string, value: unknown, known: ReadonlySet<string>): Array<Omit<AcknowledgementProblem, 'path'>> {
  if (key === IGNORE_ANNOTATION) return typeof value === 'string' ? value.split('\n').map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => lineProblems(line, known)) : [];
  // Values are compared as Kubernetes compares its own words: letter by letter.
  if (key === MEMBERS_ANNOTATION && value !== QUORUM) return [{ severity: 'warning', message: `${key} is ${JSON.stringify(value)}, which is no value of it: the members are held to be independent`, fix: `write ${QUORUM}, or take the annotation out` }];
  return READ.includes(key) ? [] : [{ severity: 'warning', message: `no rule reads the annotation ${key}`, fix: `write one of ${READ.join(', ')}` }];
}

/** Without a reason, for a rule that does not exist, or with another acknowledgement in its reason. */
function lineProblems(line: string, known: ReadonlySet<string>): Array<Omit<AcknowledgementProblem, 'path'>> {
  const [, id, reason] = /^([^:]*?)\s*(?::\s*(.*))?$/.exec(line)!;
  const problem = (message: string, fix: string, severity: Severity = 'error') => [{ severity, message: `${JSON.stringify(id)}: ${message}`, fix }];
  if (!known.has(id)) return problem(`${NO_RULE}: the acknowledgement does nothing`, `write the id as the finding prints it${nearest(id, known)}`);
  if (!reason) return problem(NO_REASON, `write "${id}: why it is acceptable here"`);
  const [swallowed] = [...reason.matchAll(/(?<=^|[\s;,])([a-z0-9-]+)\s*:/g)].map(([, word]) => word).filter((word) => known.has(word));
  return swallowed === undefined ? [] : problem(`the reason holds the acknowledgement of ${swallowed}, which counts for nothing there`, 'write each rule on a line of its own, below "|-", which keeps lines where ">-" joins them', 'warning');
}

/** So many ids are named where a word stands in several. */
const NAMED = 4;

/** `, for example x`, where one id is nearly the same, or several have the given word in them. */
export function nearest(id: string, known: Iterable<string>): string {
  const all = [...known];
  let best = { id: '', distance: id.length / 2 };
  for (const other of all) {
    const apart = distance(id, other, best.distance);
    if (apart < best.distance) best = { id: other, distance: apart };
  }
  const named = best.id !== '' ? [best.id] : all.filter((other) => id !== '' && `-${other}-`.includes(`-${id}-`)).slice(0, NAMED);
  return named.length === 0 ? '' : `, for example ${named.join(', ')}`;
}

/** How many letters are to be added, taken out or changed; `enough` or more where it is not less. */
function distance(a: string, b: string, enough: number): number {
  if (Math.abs(a.length - b.length) >= enough) return enough;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
