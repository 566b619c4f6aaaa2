import { IGNORE_ANNOTATION } from '../identity/labels';
import type { FieldPath, Json } from '../rules/rule';

/** What is wrong about the acknowledgements that an object carries. */
export interface AcknowledgementProblem {
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
}

export const NO_REASON = 'an acknowledgement without a reason tells nobody anything, and counts for nothing';
export const NO_RULE = 'there is no rule of this id';

/** Lines of the annotation that acknowledge nothing: without a reason, or for a rule that does not exist. */
export function acknowledgementProblems(object: Json, known: ReadonlySet<string>): AcknowledgementProblem[] {
  const written = object.metadata?.annotations?.[IGNORE_ANNOTATION];
  if (typeof written !== 'string') return [];
  const path = ['metadata', 'annotations', IGNORE_ANNOTATION];
  return written.split('\n').map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => {
    const [, id, reason] = /^([^:]*?)\s*(?::\s*(.*))?$/.exec(line)!;
    if (!known.has(id)) return [{ path, message: `${JSON.stringify(id)}: ${NO_RULE}: the acknowledgement does nothing`, fix: `write the id as the finding prints it${nearest(id, known)}` }];
    return reason ? [] : [{ path, message: `${JSON.stringify(id)}: ${NO_REASON}`, fix: `write "${id}: why it is acceptable here"` }];
  });
}

/** `, for example x`, where one id is nearly the same. */
export function nearest(id: string, known: Iterable<string>): string {
  let best = { id: '', distance: id.length / 2 };
  for (const other of known) {
    const apart = distance(id, other, best.distance);
    if (apart < best.distance) best = { id: other, distance: apart };
  }
  return best.id && `, for example ${best.id}`;
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
