import { existsSync } from 'fs';
import { join } from 'path';
import { atATime } from '../at-a-time';
import { Progress } from '../progress';
import { Part, Tally } from '../tally';
import { ensureNamespace } from './ensure';
import { besideSet, exampleSets, generatedSets, wholeSet } from './fields/bases';
import { combinations } from './fields/combinations';
import { compare, Outcome } from './fields/compare';
import { KnownFields } from './fields/known-fields';
import { chanceMistakes, eachMistake, Mutant, withChanges } from './fields/mutants';
import { randomOf, some } from './fields/random';
import { chanceRelations, mutantOf, relationsOf } from './fields/relations';
import { refusalOf, refusalOfPods } from './fields/verdicts';
import { knownDifference, PROVED_ELSEWHERE, UNREADABLE } from './known-differences';
import { Version } from './server-claim';
import { ControlPlane } from '../../e2e/control-plane/control-plane';
import { KubernetesObject } from '../../e2e/control-plane/resource-paths';
import { RULES } from '../../src/rules';
import type { Finding } from '../../src/rules/finding';
import { judge } from '../../src/rules/run';

const IN_FLIGHT = 16;
/** What the sets with every field name and a pod is not admitted without. */
const NAMED_BY_SETS = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'db', namespace: 'default' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'cache', namespace: 'prod' } },
  { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name: 'runc' }, handler: 'runc' },
];
/** The rules that these dry runs can contradict. */
const TRIED = RULES.filter(({ id }) => !PROVED_ELSEWHERE.has(id));
/** Differences of one field that are shown. */
const SHOWN = 3;

/**
 * Sets with one mistake each, sets with two, and sets of the construct and the examples with two: a half, a quarter, a quarter. A third more with
 * one mistake, two, or several fields that do not go together, in what stands beside a set.
 */
export function mutantsOf(count: number, seed: number, fields: KnownFields): Mutant[] {
  const asTheyAre = [wholeSet(), besideSet()].flatMap((objects) => objects.map((_object, index) => withChanges(objects, index, [])));
  return [...asTheyAre, ...inSets(count, seed, fields), ...beside(Math.ceil(count / 3), seed, fields)];
}

function beside(count: number, seed: number, fields: KnownFields): Mutant[] {
  const random = randomOf(seed);
  const base = besideSet();
  const all = [...base, ...wholeSet().filter(({ kind }) => kind !== 'StatefulSet')];
  return [
    ...some([...eachMistake(base, fields.read.values())], Math.ceil(count / 2), random),
    ...take(chanceMistakes(base, random), Math.ceil(count / 8)),
    ...take(combinations(all, random), Math.ceil(count * 3 / 8)),
  ];
}

function take<T>(generator: Generator<T>, many: number): T[] {
  return Array.from({ length: many }, () => generator.next().value as T);
}

function inSets(count: number, seed: number, fields: KnownFields): Mutant[] {
  const random = randomOf(seed);
  const whole = wholeSet();
  const others = [...exampleSets(), ...generatedSets(50, seed)];
  const single = some([...eachMistake(whole, fields.read.values())], Math.ceil(count / 2), random);
  const double = take(chanceMistakes(whole, random), Math.ceil(count / 4));
  const each = Math.ceil(count / 4 / others.length);
  return [...single, ...double, ...others.flatMap((objects) => take(chanceMistakes(objects, random), each))];
}

/** So many relations of the whole set by themselves, all of them if there are no more, and two of chance in every set for a quarter as many. */
export function relatedMutants(count: number, seed: number): { mutants: Mutant[]; kinds: Tally } {
  const random = randomOf(seed);
  const whole = wholeSet();
  const relations = relationsOf(whole.find(({ kind }) => kind === 'StatefulSet'));
  const tried = some(relations, count, random);
  const kinds = new Tally();
  for (const { kind } of tried) kinds.add(kind);
  const sets = [whole, ...exampleSets(), ...generatedSets(50, seed)].filter((objects) => objects.some(({ kind }) => kind === 'StatefulSet'));
  const chance = chanceRelations(sets, relations, random);
  const further = Array.from({ length: Math.ceil(count / 4) }, () => chance.next().value as Mutant);
  return { mutants: [...tried.map((relation) => mutantOf(whole, relation)), ...further], kinds };
}

/** Sends every set to a server of this version, and holds its verdict against ours. */
export async function proveFields(name: string, mutants: readonly Mutant[], version: Version, pages: string): Promise<Part> {
  const plane = await ControlPlane.start({ version });
  try {
    return await new Comparison(plane, version, pages).run(name, mutants);
  } finally {
    await plane.stop();
  }
}

class Comparison {
  private readonly kinds = new Tally();
  private readonly known = new Tally();
  private readonly byField = new Map<string, string[]>();
  private readonly stricter = new Set<string>();
  private passed = 0;

  public constructor(private readonly plane: ControlPlane, private readonly version: Version, private readonly pages: string) {}

  public async run(name: string, mutants: readonly Mutant[]): Promise<Part> {
    const progress = new Progress(`${name} on Kubernetes ${this.version}`, mutants.length);
    await this.prepare(mutants);
    await atATime(mutants, async (mutant) => {
      await this.one(mutant).catch((error: Error) => this.differs(mutant, error.message));
      progress.step();
    }, IN_FLIGHT);
    const without = [...this.stricter].filter((id) => !existsSync(join(this.pages, `${id}.md`)));
    const failures = [
      ...[...this.byField.values()].flatMap((all) => [...all.slice(0, SHOWN), ...(all.length > SHOWN ? [`… and ${all.length - SHOWN} more of the same field`] : [])]),
      ...without.map((id) => `${id} refuses what the server takes, and has no page that says what fails then`),
    ];
    return {
      name: `${name}, Kubernetes ${this.version}`,
      passed: this.passed,
      failed: failures.length,
      detail: `${this.kinds}; ${this.stricter.size} rules are stricter than the server; known: ${this.known.toString() || 'none'}`,
      failures,
    };
  }

  /** The namespaces of all objects, and what the sets name. */
  private async prepare(mutants: readonly Mutant[]): Promise<void> {
    const all: readonly any[] = [...NAMED_BY_SETS, ...mutants.flatMap(({ objects }) => objects)];
    const names = new Set(all.map(({ metadata }) => metadata?.namespace).filter((name) => typeof name === 'string'));
    const { client } = this.plane;
    for (const name of names) await ensureNamespace(client, name);
    for (const object of NAMED_BY_SETS) await client.create(object);
  }

  private async one(mutant: Mutant): Promise<void> {
    const object = mutant.objects[mutant.changed];
    const said = await refusalOf(this.plane.client, object);
    this.kinds.add(said === undefined ? 'taken' : 'refused');
    const found = judge(mutant.objects, TRIED, { minor: Number(this.version.split('.')[1]), clusterDomain: 'cluster.local' }).map(({ finding }) => finding);
    const outcome = compare(found, said);
    const ofPods = said === undefined && object.kind === 'StatefulSet' ? await refusalOfPods(this.plane.client, object) : undefined;
    if (outcome.kind === 'stricter') {
      if (ofPods !== undefined) this.passed++;
      else this.tell(mutant, wronglyOfPods(object, found) ?? outcome);
      return;
    }
    if (outcome.kind !== 'agreed') return this.tell(mutant, outcome);
    if (ofPods !== undefined) return this.tell(mutant, { kind: 'missed', said: ofPods });
    this.passed++;
  }

  private tell(mutant: Mutant, outcome: Exclude<Outcome, { kind: 'agreed' }>): void {
    if (outcome.kind === 'wrong') return this.differs(mutant, `${outcome.rules.join(', ')} says that the server refuses it or its pods, and it takes them`);
    if (outcome.kind === 'understated') {
      const known = UNREADABLE.covers('', outcome.said) ? UNREADABLE : knownDifference(mutant.fields, outcome.said);
      if (!known) return this.differs(mutant, `${outcome.rules.join(', ')} can be acknowledged, and the server refuses it: ${outcome.said}`);
      this.known.add(known.name);
    } else if (outcome.kind === 'missed') {
      const known = knownDifference(mutant.fields, outcome.said);
      if (!known) return this.differs(mutant, `no error, and the server refuses it: ${outcome.said}`);
      this.known.add(known.name);
    } else {
      for (const id of outcome.rules) this.stricter.add(id);
    }
    this.passed++;
  }

  private differs(mutant: Mutant, how: string): void {
    const field = mutant.fields.join(' and ');
    this.byField.set(field, [...this.byField.get(field) ?? [], `${mutant.what}: ${how}`]);
  }
}

/** Rules that say of a pod that it cannot be created, where the server takes it. */
function wronglyOfPods({ kind, metadata }: KubernetesObject, found: readonly Finding[]): Outcome & { kind: 'wrong' } | undefined {
  const rules = found.filter((each) => each.severity === 'error' && each.kind === kind && each.name === metadata?.name && /\bpods? cannot be created/.test(each.message)).map(({ ruleId }) => ruleId);
  return rules.length > 0 ? { kind: 'wrong', rules: [...new Set(rules)] } : undefined;
}
