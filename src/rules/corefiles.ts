import { corefileRole, CorefileRole, isClusterDns } from './cluster-dns-config';
import { map, text } from './json';
import { namespaceOf, type ObjectSet } from './object-set';
import type { FieldPath, Json, Report, Severity } from './rule';
import { closedOnOptionLine, gluedBrace, openedOnNextLine } from '../corefile/braces';
import type { Corefile, Directive, Problem, ServerBlock } from '../corefile/cst';
import { parse } from '../corefile/parse';
import { directives } from '../corefile/server-block';
import { ROOT } from '../corefile/zone';

export { closedOnOptionLine, gluedBrace, openedOnNextLine };

/** A place in a text, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text of a ConfigMap that CoreDNS reads at its start. */
export interface CorefileView {
  readonly object: Json;
  readonly namespace: string;
  readonly key: string;
  readonly path: FieldPath;
  readonly role: CorefileRole;
  /** What CoreDNS reads; an override is read inside a server block of its own here. */
  readonly file: Corefile;
  /** Braces and quotes of the text itself that have no partner. */
  readonly unpaired: readonly Problem[];
  /** `line 3, column 5` of the text in the ConfigMap. */
  readonly place: (at: Place) => string;
}

/** What a rule says of a place in a Corefile. */
export interface Remark {
  readonly message: string;
  readonly fix: string;
  readonly severity?: Severity;
}

export type Say = (at: Place, remark: Remark) => void;

const known = new WeakMap<ObjectSet, readonly CorefileView[]>();

/** The Corefiles among the objects: read once, however many rules ask. */
export function corefileViews(all: ObjectSet): readonly CorefileView[] {
  const views = known.get(all) ?? all.ofKind('ConfigMap').filter(isClusterDns).flatMap(viewsOf);
  known.set(all, views);
  return views;
}

/** Calls the check with every Corefile that CoreDNS can read to its end; one place is reported once. */
export function overCorefiles(all: ObjectSet, report: Report, check: (view: CorefileView, say: Say) => void): void {
  for (const view of corefileViews(all)) {
    if (view.file.errors.length > 0) continue;
    // What a snippet brings into several server blocks is one mistake.
    const said = new Set<Place>();
    check(view, (at, remark) => {
      if (said.size !== said.add(at).size) report(problemAt(view, at, remark));
    });
  }
}

/** The remark as a problem of the ConfigMap, its place in front. */
export function problemAt(view: CorefileView, at: Place, { message, ...rest }: Remark) {
  return { object: view.object, path: view.path, message: `${view.place(at)}: ${message}`, ...rest };
}

/** The cache directives whose option block CoreDNS reads as it looks, with their server blocks. */
export function soundCaches(view: CorefileView): Array<{ readonly block: ServerBlock; readonly cache: Directive }> {
  return view.file.blocks.flatMap((block) => directives(block, 'cache')
    .filter((cache) => !closedOnOptionLine(cache) && !openedOnNextLine(cache) && !gluedBrace(cache.args.at(-1)))
    .map((cache) => ({ block, cache })));
}

/** Whether a zone, or one that holds it, is in the set. */
export function isWithin(zones: ReadonlySet<string>, zone: string): boolean {
  for (let rest = zone; rest !== ROOT; rest = rest.includes('.') ? rest.slice(rest.indexOf('.') + 1) : ROOT) {
    if (zones.has(rest)) return true;
  }
  return zones.has(ROOT);
}

function viewsOf(object: Json): CorefileView[] {
  return Object.entries(map(object.data)).flatMap(([key, value]) => {
    const role = corefileRole(object, key);
    const source = text(value);
    if (role === undefined || source === undefined) return [];
    const own = parse(source);
    const inside = role === 'override';
    const shift = inside ? 1 : 0;
    return [{
      object,
      key,
      role,
      namespace: namespaceOf(object) || 'kube-system',
      path: ['data', key],
      file: inside ? parse(`. {\n${source}\n}\n`) : own,
      unpaired: own.warnings.map((problem) => ({ ...problem, line: problem.line + shift })),
      place: ({ line, column }) => `line ${line - shift}, column ${column}`,
    }];
  });
}
