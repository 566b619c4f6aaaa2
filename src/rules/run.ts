import { Finding } from './finding';
import { formatPath, text } from './json';
import { ObjectSet, namespaceOf } from './object-set';
import type { Json, Problem, Rule, Target } from './rule';
import { SetView } from './set-view';
import { IGNORE_ANNOTATION } from '../identity/labels';

/** A finding with the object it stands on. */
export interface Judged {
  readonly finding: Finding;
  readonly object: Json;
  readonly path: ReadonlyArray<string | number>;
  /** The StatefulSet that it is about, if any. */
  readonly set?: SetView;
}

/** What the rules say of these objects, acknowledgements in their annotations taken into account. */
export function judge(objects: readonly Json[], rules: readonly Rule[], target: Target): Judged[] {
  const all = new ObjectSet(objects);
  const found: Judged[] = [];
  for (const rule of rules) {
    const reportFor = (set: SetView | undefined) => (problem: Problem) => {
      const rejected = problem.rejected ?? rule.rejected?.(target.minor) ?? false;
      const owner = problem.set ?? set;
      const reason = acknowledged(problem.object, rule.id) ?? (owner && acknowledged(owner.object, rule.id));
      if (rejected || !reason) found.push(judged(rule, problem, rejected, owner));
    };
    rule.all?.(all, reportFor(undefined), target);
    if (rule.set) for (const set of all.sets) rule.set(set, reportFor(set), target);
  }
  return found;
}

/** The reason an object's own annotation gives for a rule, `rule-id: reason` a line; undefined without one. */
export function acknowledged(object: Json, ruleId: string): string | undefined {
  const annotation = text(object?.metadata?.annotations?.[IGNORE_ANNOTATION]);
  if (annotation === undefined) return undefined;
  for (const line of annotation.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0 && line.slice(0, colon).trim() === ruleId) return line.slice(colon + 1).trim() || undefined;
  }
  return undefined;
}

function judged(rule: Rule, problem: Problem, rejected: boolean, set: SetView | undefined): Judged {
  const { object, path } = problem;
  return {
    object,
    path,
    set,
    finding: {
      ruleId: rule.id,
      severity: problem.severity ?? rule.severity,
      message: problem.message,
      fix: problem.fix,
      apiVersion: text(object?.apiVersion) ?? '',
      kind: text(object?.kind) ?? '',
      namespace: namespaceOf(object),
      name: text(object?.metadata?.name) ?? '',
      path: formatPath(path),
      acknowledgeable: !rejected,
    },
  };
}
