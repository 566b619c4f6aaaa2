import { Corefile } from '../../corefile/cst';
import { Unread } from '../../corefile/edit';
import { Advice, AdviceRefusal } from '../advice';
import { wait } from '../chain';
import { Question } from '../question';
import { Remedy, SHORTEST } from '../remedy';

/** What one way of delivery comes to. */
export interface Plan extends Partial<Pick<Advice, 'edit' | 'serverBlock' | 'negativeTtl'>> {
  readonly kind: Advice['kind'];
  readonly reasons: readonly string[];
  readonly costs: readonly string[];
  readonly refusals: readonly AdviceRefusal[];
}

export function nothing(reason: string, ...reasons: readonly string[]): Plan {
  return { kind: 'nothing', reasons: [reason, ...reasons], costs: [], refusals: [] };
}

export const CURED = 'CoreDNS lets go of these names soon enough already: nothing to change in its Corefile';

export function refused(refusals: readonly AdviceRefusal[]): Plan {
  return { kind: 'refused', reasons: [], costs: [], refusals };
}

/** Imported files may hold a server block of the names, or plugins that answer before the others. */
export function unreadReasons({ between, inside }: Unread): string[] {
  return [
    ...(between.length === 0 ? [] : [`not read: ${between.join(', ')}; a server block in one of them may answer instead`]),
    ...(inside.length === 0 ? [] : [`not read: ${inside.join(', ')}; plugins in one of them may answer first`]),
  ];
}

/** Whether a Corefile surely does already what a remedy is for. */
export function isCured(file: Corefile | undefined, { names, situation }: Question, { disables }: Remedy): boolean {
  if (!file || file.errors.length > 0) return false;
  const longest = disables ? 0 : SHORTEST;
  return names.every((name) => {
    const negative = wait(file, undefined, name, 'denial');
    if (!negative.exact || negative.seconds === undefined || negative.seconds > longest) return false;
    if (!disables || situation.denialOnly) return true;
    const positive = wait(file, undefined, name, 'success');
    return positive.exact && positive.seconds === 0;
  });
}
