import { docsUrl } from './docs-url';
import { Family, besides, familiesOf } from './families';
import { Finding } from './finding';
import { formatPath, text } from './json';
import { ObjectSet, namespaceOf } from './object-set';
import { ACKNOWLEDGEMENT, FieldPath, Json, Problem, Rule, Severity, Target } from './rule';
import { SetView } from './set-view';
import { Shape, alike, isOrdinary } from './shape';
import { Group, allTwins, closedFamily } from './twins';
import { IGNORE_ANNOTATION } from '../identity/labels';

/** A finding with the object it stands on. */
export interface Judged {
  readonly finding: Finding;
  readonly object: Json;
  readonly path: ReadonlyArray<string | number>;
  /** See `Problem`. */
  readonly word?: string;
  /** The StatefulSet that it is about, if any. */
  readonly set?: SetView;
  /** Another object that is as much to blame. */
  readonly related?: Json;
}

/** What the same rules, for the same target, were silent on so far. */
export interface Silence {
  readonly families: Family[];
  /** The declaration that the last groups were held against. */
  closed?: ReturnType<typeof closedFamily>;
}

/** Nothing is known yet. */
export function silence(): Silence {
  return { families: [] };
}

/**
 * What the rules say of these objects, acknowledgements in their annotations taken into account.
 *
 * @param known what the same rules were silent on; grows by what this call finds
 * @param groups the same objects by the declaration that made them, where each declares one set and nothing stands beside
 */
export function judge(objects: readonly Json[], rules: readonly Rule[], target: Target, known: Silence = silence(), groups: readonly Group[] = []): Judged[] {
  if (groups.length > 0 && judgeTwins(groups, rules, target, known)) return [];
  const all = new ObjectSet(objects);
  // Families of sets that are not alike are not either, and finding out who belongs to whom costs more.
  if (!repeats(all.sets.map(alone), target, known.families.map(({ set }) => alone(set)))) return judgeTogether(all, rules, target);
  const families = familiesOf(all);
  if (!families || !repeats(families, target, known.families)) return judgeTogether(all, rules, target);
  return judgeFamilies(families, besides(all, families), rules, target, known.families);
}

/** A set without what belongs to it. */
function alone(set: SetView): Shape {
  return { set, objects: [set.object] };
}

/** Whether there are few, or they are like one before them often enough for holding them against each other to be worth it. */
function repeats(shapes: readonly Shape[], target: Target, silent: readonly Shape[]): boolean {
  if (shapes.length <= PROBED) return true;
  const first = shapes.slice(0, PROBED).filter((shape) => isOrdinary(shape, target));
  return first.filter((shape, i) => [...silent, ...first.slice(0, i)].some((known) => alike(known, shape))).length >= PROBED / 2;
}

/** Whether all groups come from one template on which the rules are silent: then no index over all objects is needed. */
function judgeTwins(groups: readonly Group[], rules: readonly Rule[], target: Target, known: Silence): boolean {
  if (known.closed && allTwins(known.closed, groups, target)) return true;
  const [first] = groups;
  const closed = closedFamily(first, target);
  if (!closed || judgeTogether(new ObjectSet(first), rules, target).length > 0) return false;
  known.closed = closed;
  return allTwins(closed, groups, target);
}

/** Tells of a PodDisruptionBudget whether it selects the pods of a StatefulSet among the objects. */
export function budgetsOver(objects: readonly Json[]): (budget: Json) => boolean {
  const all = new ObjectSet(objects);
  return (budget) => all.setsSelectedBy(namespaceOf(budget), budget.spec?.selector).length > 0;
}

/** Every rule over everything at once: always right, and what the way below must agree with. */
export function judgeTogether(all: ObjectSet, rules: readonly Rule[], target: Target): Judged[] {
  const found: Judged[] = [];
  const told = new Told();
  let rule: Rule;
  let set: SetView | undefined;
  const report = (problem: Problem) => {
    const rejected = problem.rejected ?? rule.rejected?.(target.minor) ?? false;
    const owner = problem.set ?? set;
    const reason = acknowledged(problem.object, rule.id) ?? (owner && acknowledged(owner.object, rule.id));
    if (!rule.general && severityOf(rule, problem, target) === 'error') told.add(problem, rejected, !rejected && reason !== undefined);
    if (rejected || !reason) found.push(judged(rule, problem, rejected, owner, target));
    if (rejected && reason) found.push(futile(rule, problem, target, owner));
  };
  for (rule of rules) {
    set = undefined;
    rule.all?.(all, report, target);
    if (rule.set) for (set of all.sets) rule.set(set, report, target);
  }
  // Most sets are sound.
  if (found.length === 0) return found;
  const general = new Set(rules.filter((each) => each.general).map(({ id }) => id));
  return found.filter((each) => !general.has(each.finding.ruleId) || !told.covers(each));
}

/** Fields that rules of their own have spoken of. */
class Told {
  private readonly byObject = new Map<Json, Array<{ readonly path: FieldPath; readonly rejected: boolean; readonly silenced: boolean }>>();

  public add({ object, path }: Problem, rejected: boolean, silenced: boolean): void {
    const fields = this.byObject.get(object) ?? [];
    fields.push({ path, rejected, silenced });
    this.byObject.set(object, fields);
  }

  /**
   * Whether the same field or what it is in was told of, and no milder; what a reason silenced speaks of its own field alone.
   * Of a whole nothing more need be said where the server refuses it for a field, which nobody can silence.
   */
  public covers({ object, path, finding: { acknowledgeable } }: Judged): boolean {
    return (this.byObject.get(object) ?? []).some((told) => {
      if (told.path.length > path.length) return told.rejected && isWithin(told.path, path);
      return (told.rejected || acknowledgeable) && (!told.silenced || told.path.length === path.length) && isWithin(path, told.path);
    });
  }
}

function isWithin(path: FieldPath, of: FieldPath): boolean {
  return of.every((key, i) => key === path[i]);
}

/** Silent families that the next one is held against: few, since a template's sets come in a row. */
const REMEMBERED = 16;
/** So many families show whether holding them against each other is worth it. */
const PROBED = 8;

/** Families that differ by name alone are silent together: platforms render hundreds of them from one template. */
function judgeFamilies(families: readonly Family[], rest: readonly Json[], rules: readonly Rule[], target: Target, silent: Family[]): Judged[] {
  const found: Judged[] = rest.length > 0 ? judgeTogether(new ObjectSet(rest), rules, target) : [];
  let twins = 0;
  for (const [i, family] of families.entries()) {
    if (i === PROBED && twins < PROBED / 2) {
      // A set: several families may refer to one object.
      const objects = new Set(families.slice(i).flatMap((one) => one.objects));
      for (const each of judgeTogether(new ObjectSet([...objects]), rules, target)) found.push(each);
      break;
    }
    const ordinary = isOrdinary(family, target);
    if (ordinary && silent.some((known) => alike(known, family))) {
      twins++;
      continue;
    }
    const own = judgeTogether(new ObjectSet(family.objects), rules, target);
    // One by one: as arguments of one call, a hundred thousand are too many.
    if (own.length > 0) for (const each of own) found.push(each);
    else if (ordinary && silent.unshift(family) > REMEMBERED) silent.pop();
  }
  const order = new Map(rules.map((rule, i) => [rule.id, i]));
  const place = ({ finding }: Judged) => order.get(finding.ruleId) ?? rules.length;
  return once(found).sort((a, b) => place(a) - place(b));
}

/** Without what a family says again of an object that another one refers to as well. */
function once(found: readonly Judged[]): Judged[] {
  const told = new Map<Json, Set<string>>();
  return found.filter(({ object, finding: { ruleId, path, message } }) => {
    const said = told.get(object) ?? new Set();
    told.set(object, said);
    return said.size !== said.add(`${ruleId} ${path} ${message}`).size;
  });
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

function futile(rule: Rule, problem: Problem, target: Target, owner: SetView | undefined): Judged {
  const object = acknowledged(problem.object, rule.id) ? problem.object : owner!.object;
  return judged({ ...rule, id: ACKNOWLEDGEMENT, severity: 'error' }, {
    object,
    path: ['metadata', 'annotations', IGNORE_ANNOTATION],
    message: `the API server of 1.${target.minor} rejects what ${rule.id} finds: no reason makes it work`,
    fix: `correct what ${rule.id} names, and take the acknowledgement out`,
  }, true, owner, target);
}

/** What may be outside is missing for sure only where everything is known to be inside. */
function severityOf(rule: Rule, problem: Problem, target: Target): Severity {
  if (problem.outside) return target.closedWorld ? 'error' : 'warning';
  return problem.severity ?? rule.severity;
}

function judged(rule: Rule, problem: Problem, rejected: boolean, set: SetView | undefined, target: Target): Judged {
  const { object, path } = problem;
  return {
    object,
    path,
    word: problem.word,
    set,
    related: problem.related,
    finding: {
      ruleId: rule.id,
      severity: severityOf(rule, problem, target),
      message: problem.message,
      fix: problem.fix,
      apiVersion: text(object?.apiVersion) ?? '',
      kind: text(object?.kind) ?? '',
      namespace: namespaceOf(object),
      name: text(object?.metadata?.name) ?? '',
      path: formatPath(path),
      acknowledgeable: !rejected,
      docsUrl: docsUrl(rule.id),
    },
  };
}
