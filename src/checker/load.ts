import { Chunk, documents } from './documents';
import { withoutNotes } from './helm-output';
import { InputProblem, Unreadable } from './input-problem';
import { CutList, cutList } from './large-list';
import { Item, itemsOf } from './list-items';
import { YamlDocument, readDocument } from './read-document';
import type { Source } from './source';
import { isTemplated, templateProblem } from './template-text';
import type { FieldPath, Json } from '../rules/rule';

/** An object that was read, and where it stands. */
export interface Loaded {
  readonly object: Json;
  readonly source: Source;
  readonly chunk: Chunk;
  /** From the top of the document to the object: `items` and an index in a list. */
  readonly path: FieldPath;
}

/** A problem of a text, and the object that it is in when that is known. */
export interface Located {
  readonly source: Source;
  readonly problem: InputProblem;
  readonly object?: Json;
}

export interface LoadedSource {
  readonly objects: readonly Loaded[];
  readonly problems: readonly Located[];
}

/** Every object of a text. What cannot be read is a problem and leaves the rest readable; a template is not read at all. */
export function load(source: Source): LoadedSource {
  const objects: Loaded[] = [];
  const problems: Located[] = [];
  const text = withoutNotes(source.text);
  for (const chunk of documents(text)) {
    const refuse = (problem: InputProblem, object?: Json) => problems.push({ source, problem, object });
    if (chunk.problem) {
      refuse(chunk.problem);
      continue;
    }
    const cut = cutList(chunk);
    const items = cut && readItems(cut, source);
    if (items) {
      for (const { found, document, piece } of items) {
        for (const problem of documentProblems(document)) refuse(inText(problem, piece), found[0]?.object);
        for (const each of found) objects.push(each);
      }
      continue;
    }
    let document: YamlDocument;
    try {
      document = readDocument(chunk.text);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const template = templateProblem(text);
      if (template) return { objects: [], problems: [{ source, problem: template }] };
      refuse(inText(error.problem, chunk));
      continue;
    }
    const found = objectsOf(document, source, chunk);
    if (found.some(({ object }) => isTemplated(object))) return { objects: [], problems: [{ source, problem: templateProblem(text)! }] };
    for (const problem of documentProblems(document)) refuse(inText(problem, chunk), found.length === 1 ? found[0].object : undefined);
    for (const each of found) objects.push(each);
  }
  return { objects, problems };
}

interface ReadItem {
  readonly piece: Chunk;
  readonly document: YamlDocument;
  readonly found: readonly Loaded[];
}

/** The items of a list that was cut; undefined where a piece cannot be read alone, as with an alias of another item. */
function readItems({ around, items }: CutList, source: Source): ReadItem[] | undefined {
  try {
    const list = Object.assign({}, ...around.map(({ text }) => readDocument(text).value ?? {}));
    if (typeof list.kind !== 'string' || !list.kind.endsWith('List') || list.items !== undefined) return undefined;
    return items.map((piece) => {
      const document = readDocument(piece.text);
      const found = itemsOf({ ...list, items: document.value }).filter(isObject)
        .map(({ object, path }): Loaded => ({ object, path: path.slice(1), source, chunk: piece }));
      return { piece, document, found };
    });
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function isObject({ object }: Item): boolean {
  return typeof object.kind === 'string' && object.kind !== '';
}

/** What kubectl would send: mappings that say their kind. Everything else is somebody else's file. */
function objectsOf({ value }: YamlDocument, source: Source, chunk: Chunk): Loaded[] {
  const seen = new Set<Json>();
  return itemsOf(value)
    .filter(isObject)
    // Two aliases of one anchor are two objects.
    .map(({ object, path }) => ({ object: seen.size === seen.add(object).size ? { ...object } : object, path, source, chunk }));
}

function* documentProblems({ value, duplicates, unread }: YamlDocument): Generator<InputProblem> {
  for (const { key, offset } of duplicates) {
    yield {
      id: 'yaml-duplicate-key',
      offset,
      message: `the key ${JSON.stringify(key)} stands twice in one mapping; kubectl and Helm apply this value and drop the one before it, Kustomize refuses the file`,
      fix: 'take one of the two out',
    };
  }
  if (unread !== undefined) {
    yield { id: 'yaml-document-end', offset: unread, message: 'this stands behind the end of the document ("..."); kubectl never reads it', fix: 'write --- instead of ...' };
  }
  if (value !== undefined && value !== null && typeof value !== 'object') {
    yield {
      id: 'yaml-syntax', offset: 0, message: 'this document is a single value and no object of Kubernetes; kubectl refuses it', fix: 'check what wrote this text, or leave the file out',
    };
  }
}

/** Within a chunk that was cut out of a text. */
function inText(problem: InputProblem, chunk: Chunk): InputProblem {
  return { ...problem, offset: chunk.start + (problem.offset ?? 0) };
}
