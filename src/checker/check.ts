import { acknowledgementProblems } from './acknowledgements';
import { inputRule } from './input-rules';
import { KUSTOMIZED, kustomized } from './kustomization';
import { itemsOf } from './list-items';
import { Loaded, Located, load } from './load';
import { joinDefault } from './namespaces';
import { Places } from './place';
import { ruleIds } from './rule-ids';
import { DEFAULT_SETTINGS, Settings } from './settings';
import type { Position, Source } from './source';
import { Summary, summaryOf } from './summary';
import { Suppressor } from './suppressions';
import { versionNotice } from './version-notice';
import { RULES, acknowledged, docsUrl, judge } from '../rules/engine';
import type { Finding } from '../rules/finding';
import { formatPath } from '../rules/json';
import { ACKNOWLEDGEMENT, FieldPath, Json } from '../rules/rule';

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** Whether a text could not be read, so that its objects are not judged. */
  readonly unusable: boolean;
  /** The line that a finding points at; empty for what no text holds. */
  readonly lineOf: (finding: Finding) => string;
}

/** Judges all texts that are added as one set of objects: what one file names may stand in another. */
export class Check {
  private readonly sources: Source[] = [];
  private loaded: Loaded[] = [];
  private readonly bare: Json[] = [];
  private readonly problems: Located[] = [];

  constructor(private readonly settings: Settings = DEFAULT_SETTINGS) {}

  /** Whether there was anything in it: an object, or a problem. */
  add(source: Source): boolean {
    this.sources.push(source);
    const { objects, problems } = load(source);
    for (const object of objects) this.loaded.push(object);
    // One by one: as arguments of one call, a hundred thousand are too many.
    for (const problem of problems) this.problems.push(problem);
    return objects.length + problems.length > 0;
  }

  /** Objects that stand in no text. */
  addObjects(objects: readonly Json[]): void {
    const items = objects.flatMap((object) => itemsOf(object)).filter(({ object }) => typeof object.kind === 'string' && object.kind !== '');
    // Copies: a namespace may be added to one, and the same object may come twice.
    for (const { object } of items) this.bare.push({ ...object });
  }

  /** A source that has no text to be judged. */
  refuse(file: string, problem: Located['problem']): void {
    const source = { file, text: '' };
    this.sources.push(source);
    this.problems.push({ source, problem });
  }

  run(): CheckResult {
    const places = new Places();
    this.leavePatches();
    this.requireObjects();
    const findings = [...versionNotice(this.settings.target.minor), ...this.inputFindings(places), ...this.objectFindings(places)];
    const suppressor = new Suppressor(this.settings);
    const reported = findings.flatMap((finding) => suppressor.apply(finding) ?? []);
    const all = [...this.settings.findings, ...suppressor.findings(), ...this.inOrder(reported)];
    const sources = new Map(this.sources.map((source) => [source.file, source]));
    return {
      findings: all,
      summary: summaryOf(all, this.sources.length, this.objects()),
      unusable: this.problems.some(({ problem }) => inputRule(problem.id)!.unusable),
      lineOf: ({ file, line }) => file !== undefined && line !== undefined && sources.has(file) ? places.line(sources.get(file)!, line) : '',
    };
  }

  /** A patch is part of an object, and would be judged as a whole one. */
  private leavePatches(): void {
    const { patches, notice } = kustomized(this.sources);
    if (notice === undefined) return;
    this.loaded = this.loaded.filter(({ source }) => !patches.has(source));
    this.problems.push({ ...notice, object: this.loaded.find(({ source }) => source === notice.source)?.object });
  }

  /** A path may be the wrong one: a green run over nothing would never tell. */
  private requireObjects(): void {
    const [source] = this.sources;
    if (source === undefined || this.problems.some(({ problem }) => problem.id !== KUSTOMIZED) || this.objects().length > 0) return;
    const what = this.sources.length === 1 ? 'the text holds no object' : `none of the ${this.sources.length} texts holds an object`;
    this.problems.push({
      source,
      problem: {
        id: 'input-without-objects',
        message: `${what} of Kubernetes, with apiVersion and kind: nothing was judged`,
        fix: 'name the manifests that are applied, or render them first',
      },
    });
  }

  private *inputFindings(places: Places): Generator<Finding> {
    for (const { source, problem, object } of this.problems) {
      const rule = inputRule(problem.id)!;
      if (!rule.unusable && acknowledged(object, rule.id)) continue;
      const position = places.ofOffset(source, problem.offset ?? 0);
      yield made(object, [], { ...problem, ruleId: rule.id, severity: rule.severity, acknowledgeable: !rule.unusable }, { file: source.file, ...position });
    }
  }

  private objectFindings(places: Places): Finding[] {
    const objects = this.objects();
    const given = joinDefault(objects);
    const origin = new Map(this.loaded.map((loaded) => [loaded.object, loaded]));
    const order = new Map(objects.map((object, i) => [object, i]));
    const known = ruleIds();
    const about = objects.flatMap((object) => acknowledgementProblems(object, known).map((problem) => ({ object, problem })));
    const judged = judge(objects, RULES, this.settings.target)
      // One document after the other, so that each is read again at most once.
      .map((one, i) => ({ one, i })).sort((a, b) => order.get(a.one.object)! - order.get(b.one.object)! || a.i - b.i);
    const place = (object: Json, path: FieldPath, word?: string) => {
      const loaded = origin.get(object);
      return loaded && { file: loaded.source.file, ...places.ofField(loaded, path, word) };
    };
    return [
      ...about.map(({ object, problem }) =>
        made(object, problem.path, { ...problem, ruleId: ACKNOWLEDGEMENT, acknowledgeable: false }, place(object, problem.path))),
      ...judged.map(({ one }) => ({ ...one.finding, namespace: given.has(one.object) ? '' : one.finding.namespace, ...place(one.object, one.path, one.word) })),
    ];
  }

  private objects(): Json[] {
    return [...this.loaded.map(({ object }) => object), ...this.bare];
  }

  private inOrder(findings: readonly Finding[]): Finding[] {
    const order = new Map(this.sources.map(({ file }, i) => [file, i]));
    const place = (f: Finding) => order.get(f.file!) ?? 0;
    return [...findings].sort((a, b) => place(a) - place(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }
}

type Said = Pick<Finding, 'ruleId' | 'severity' | 'message' | 'fix' | 'acknowledgeable'>;
type Place = Position & Pick<Finding, 'file'>;

function made(object: Json, path: FieldPath, said: Said, place: Place | undefined): Finding {
  const text = (value: unknown) => typeof value === 'string' ? value : '';
  const { ruleId, severity, message, fix, acknowledgeable } = said;
  return {
    ruleId,
    severity,
    message,
    fix,
    apiVersion: text(object?.apiVersion),
    kind: text(object?.kind),
    namespace: text(object?.metadata?.namespace),
    name: text(object?.metadata?.name),
    path: formatPath(path),
    acknowledgeable,
    ...place,
    docsUrl: docsUrl(ruleId),
  };
}
