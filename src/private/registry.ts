import { App, Chart } from 'cdk8s';
import { IConstruct, RootConstruct } from 'constructs';
import type { RenderedSet } from './across-charts';
import { renderChartsAlone } from './chart-rendering';
import { engine, judgement } from './engine';
import type { Neighbour } from './neighbours';
import { attempt } from './plain';
import type { PlainObject } from './plain-object';
import { AlreadyReported, declared } from './problem';
import { isClusterDns } from '../rules/cluster-dns-config';
import { Finding } from '../rules/finding';
import { Target } from '../rules/rule';
import type { Judged, Silence } from '../rules/run';

/** A construct whose objects are judged: a StatefulWorkload, or a PodDisruptionBudget that stands alone. */
export interface Member extends IConstruct {
  /** @internal */
  readonly _objects: readonly PlainObject[];
  /** @internal */
  readonly _target: Target;
  /** What the declaration itself says wrong, before any manifest. @internal */
  _problems(): readonly Finding[];
  /** What is wrong beside the others of the chart; of a workload, whose props and calls a finding may name. @internal */
  _besides?(scaled: ReadonlySet<string>): readonly Finding[];
}

/** What was judged in one synth. */
interface Verdict {
  readonly rendered: Map<PlainObject, any>;
  readonly findings: Map<Member, readonly Finding[]>;
  /** What stood beside the members of a chart. */
  readonly neighbours: Map<Chart, readonly Neighbour[]>;
  readonly failed: boolean;
  /** Whether a pass of validations has begun with it. */
  asked: boolean;
}

const NONE: string[] = [];
const registries = new WeakMap<IConstruct, Registry>();

/**
 * All members of one construct tree. cdk8s validates the whole app once for every chart, so in a synth of the app the
 * rules run once and their verdict is remembered. Anywhere else (a chart written by a test, a look at `findings`) a
 * verdict lasts for one pass of validations, and an object that is written differently from the one that was judged
 * calls for a new one.
 */
export class Registry {
  public static of(scope: IConstruct): Registry {
    const root = scope.node.root;
    let registry = registries.get(root);
    if (!registry) {
      registries.set(root, registry = new Registry());
      root.node.addValidation(registry);
      if (root instanceof App) registry.watch(root);
    }
    return registry;
  }

  /** Scope of constructs that must exist but have no place in the app's tree. */
  public readonly aside = new RootConstruct();
  private asides = 0;
  private readonly members: Member[] = [];
  /** Members that have been refused once, and so have a validation of their own. */
  private readonly refused = new Set<Member>();
  private verdict?: Verdict;
  /** Whether the app itself is being synthesized: nothing can change between the verdict and the last file. */
  private running = false;

  public add(member: Member): void {
    this.members.push(member);
    this.changed();
  }

  /**
   * The validation of the root, which cdk8s asks before all others. One node carries it, since cdk8s asks every node
   * once for every chart; a member gets a validation of its own when it is refused, to be named in the error.
   */
  public validate(): string[] {
    const { verdict } = this;
    // Within a synth of the app the verdict stands for all passes, if it was positive; a look at `findings` is none.
    if (!verdict || verdict.failed || !this.running) this.verdict = this.judge();
    const { findings, failed, asked } = this.verdict!;
    this.verdict!.asked = true;
    if (!asked) {
      const advised = new Set([...findings].flatMap(([member, list]) => isWorkload(member) ? list : []));
      judgement().printWarnings([...findings.values()].flat(), advised);
    }
    if (failed) this.members.filter((member) => this.errorLines(member).length > 0).forEach((member) => this.refuse(member));
    return NONE;
  }

  /** An id that is free in `aside`. */
  public asideId(): string {
    return `${this.asides++}`;
  }

  /** Forgets what was judged. */
  public changed(): void {
    this.verdict = undefined;
  }

  /** How many members there are; it only grows. */
  public get size(): number {
    return this.members.length;
  }

  /** Every member below a scope, in construction order. */
  public below(scope: IConstruct): Member[] {
    return this.members.filter((member) => scope.node.scope === undefined || member.node.scopes.includes(scope));
  }

  /** What the rules say of a member's objects as they stand now. */
  public findings(member: Member): readonly Finding[] {
    const { verdict } = this;
    const own = verdict && member._objects.every((object) => same(verdict.rendered.get(object), attempt(() => object._render())));
    const chart = Chart.of(member);
    if (!own || !same(verdict.neighbours.get(chart), judgement().neighbours(chart))) this.verdict = this.judge();
    return this.verdict!.findings.get(member) ?? [];
  }

  /** An object is being written: the same bytes that were judged, or a new verdict. */
  public emitted(object: PlainObject): any {
    const { verdict } = this;
    // Nothing was judged: a look at one object outside a synth, or right after a refusal.
    if (!verdict || verdict.failed) return object._render();
    const known = verdict.rendered.get(object);
    if (this.running && known !== undefined) return known;
    const json = object._render();
    if (same(known, json)) return known;
    this.verdict = this.judge();
    const errors = this.members.flatMap((member) => this.errorLines(member).map((line) => `[${member.node.path}] ${line}`));
    if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
    return json;
  }

  /** Each synth of the app starts without a verdict, and knows that it is one. */
  private watch(app: App): void {
    const within = <T>(run: () => T) => () => {
      this.changed();
      this.running = true;
      const restore: Array<() => void> = [];
      try {
        restore.push(renderChartsAlone(app));
        restore.push(judgement().writeInOneWalk());
        return run();
      } finally {
        restore.forEach((undo) => undo());
        this.running = false;
      }
    };
    app.synth = within(app.synth.bind(app));
    app.synthYaml = within(app.synthYaml.bind(app));
  }

  private refuse(member: Member): void {
    if (this.refused.has(member)) return;
    this.refused.add(member);
    member.node.addValidation({ validate: () => this.verdict?.failed ? this.errorLines(member) : NONE });
  }

  private errorLines(member: Member): string[] {
    return (this.verdict!.findings.get(member) ?? []).filter((f) => f.severity === 'error').map((f) => judgement().findingLine(f, isWorkload(member)));
  }

  private judge(): Verdict {
    const rendered = new Map<PlainObject, any>();
    const around = new Map<Chart, readonly Neighbour[]>();
    const sets: RenderedSet[] = [];
    const findings = new Map<Member, Finding[]>(this.members.map((member) => [member, [...member._problems()]]));
    const saidBefore = new Map([...findings].filter(([, own]) => own.length > 0).map(([member, own]) => [member, new Set(own.map((f) => f.ruleId))]));
    const { RULES, judge, silence } = engine();
    const known = new Map<Target, Silence>(this.members.map((member) => [member._target, silence()]));
    for (const [chart, members] of byChart(this.members)) {
      const owner = new Map<any, Member>();
      const makers = new Map<any, PlainObject>();
      const objects: any[] = [];
      const groups: any[][] = [];
      for (const member of members) {
        const own: any[] = [];
        let whole = true;
        for (const object of member._objects) {
          try {
            const json = object._render();
            rendered.set(object, json);
            owner.set(json, member);
            makers.set(json, object);
            if (json.kind === 'StatefulSet') sets.push({ member, json });
            own.push(json);
          } catch (e) {
            if (!(e instanceof AlreadyReported)) findings.get(member)!.push(unrendered(member, object, e as Error));
            whole = false;
          }
        }
        // Half a set would only earn findings about the missing half.
        if (whole) {
          for (const object of own) objects.push(object);
          groups.push(own);
        }
      }
      const beside = judgement().neighbours(chart);
      around.set(chart, beside);
      const besides = beside.map(({ json }) => json);
      const scaled = judgement().scaleTargets(besides);
      for (const member of members) findings.get(member)!.push(...member._besides?.(scaled) ?? []);
      for (const object of concerning(objects, besides)) objects.push(object);
      const paths = new Map(beside.map(({ json, path }) => [json, path]));
      const pathOf = (json: any) => makers.get(json)?.node.path ?? paths.get(json);
      for (const target of targets(members)) {
        for (const judged of judge(objects, RULES, target, known.get(target), beside.length === 0 ? groups : [])) {
          const of = owner.get(judged.object) ?? (judged.set && owner.get(judged.set.object));
          // A ConfigMap of cluster DNS concerns every member of the chart: the first one reports it.
          const member = of ?? (isClusterDns(judged.object) ? members[0] : undefined);
          // What the declaration has said in the author's words is not said again in those of the manifest.
          if (!member || member._target !== target || saidBefore.get(member)?.has(judged.finding.ruleId)) continue;
          findings.get(member)!.push(located(judged, of ? member.node.path : pathOf(judged.object) ?? member.node.path, pathOf));
        }
      }
    }
    for (const { member, finding } of judgement().acrossCharts(sets)) findings.get(member)!.push(finding);
    for (const [member, list] of findings) if (list.length > 1) findings.set(member, judgement().withoutConsequences(list));
    const failed = [...findings.values()].some((list) => list.some((f) => f.severity === 'error'));
    return { rendered, neighbours: around, findings, failed, asked: false };
  }
}

/** Charts may go to different clusters, so objects of two charts are never held against each other. */
function byChart(members: readonly Member[]): Map<Chart, Member[]> {
  const charts = new Map<Chart, Member[]>();
  for (const member of members) {
    const chart = Chart.of(member);
    const found = charts.get(chart);
    if (found) found.push(member);
    else charts.set(chart, [member]);
  }
  return charts;
}

/** Without budgets for pods that are not seen here, such as those of another chart, unless they take the name of one of ours. */
function concerning(objects: readonly any[], beside: readonly any[]): readonly any[] {
  const isBudget = (object: any) => object.kind === 'PodDisruptionBudget';
  if (!beside.some(isBudget)) return beside;
  const { budgetsOver, identityOf } = engine();
  const ours = budgetsOver(objects);
  const names = new Set(objects.filter(isBudget).map(identityOf));
  return beside.filter((object) => !isBudget(object) || ours(object) || names.has(identityOf(object)));
}

function targets(members: readonly Member[]): Set<Target> {
  return new Set(members.map((member) => member._target));
}

/** The finding with its declaration, and in its words the declarations of both objects where two are to blame. */
function located({ finding, object, related }: Judged, constructPath: string, pathOf: (json: any) => string | undefined): Finding {
  const both = related && [related, object].map((json) => pathOf(json) ?? '').join(' and ');
  return { ...finding, message: both ? `${finding.message} (declared by ${both})` : finding.message, constructPath };
}

function unrendered(member: Member, object: PlainObject, error: Error): Finding {
  return declared(object, member.node.path, {
    ruleId: 'renders', field: '', message: `the ${object.kind} cannot be rendered: ${error.message}`, fix: 'correct what the message names',
  });
}

function isWorkload(member: Member): boolean {
  return member._besides !== undefined;
}

/** Deep equality of plain JSON. */
function same(a: any, b: any): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}
