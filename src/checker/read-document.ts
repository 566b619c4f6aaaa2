import { SCALAR_STYLE_DOUBLE_QUOTED } from 'js-yaml';
import { AliasBudget } from './alias-budget';
import { Unreadable } from './input-problem';
import { Scalar, plainScalar } from './plain-scalar';
import { taggedScalar } from './tagged-scalar';
import { ScalarEvent, YamlEvent, anchorName, isAlias, isEnd, isMapping, isPlain, isQuoted, isScalar, scalarText, tagOf, yamlEvents } from './yaml-events';
import type { Json } from '../rules/rule';

/** A key that stands twice in one mapping. */
export interface DuplicateKey {
  readonly key: string;
  /** Where the later one stands, which is the one that counts. */
  readonly offset: number;
}

/** A YAML document as the API server gets it. */
export interface YamlDocument {
  /** Undefined for a document without content. */
  readonly value: Json;
  readonly duplicates: readonly DuplicateKey[];
  /** Where another document begins that kubectl never reads, since `...` stands before it. */
  readonly unread?: number;
}

/**
 * Reads one document the way kubectl does: of two equal keys the last one counts, and so it is with a key that a
 * merge (`<<`) brings after it.
 *
 * @throws Unreadable for what kubectl refuses
 * @see go.yaml.in/yaml/v2 v2.4.3 decode.go; sigs.k8s.io/yaml v1.6.0 yaml.go (convertToJSONableObject)
 */
export function readDocument(text: string): YamlDocument {
  const read = yamlEvents(text);
  if (read.events.length === 0) return { value: undefined, duplicates: [] };
  const reader = new Reader(read.text, read.events);
  const value = reader.value();
  return { value, duplicates: reader.duplicates, unread: reader.rest() };
}

const JSON_ESCAPE = /(?<!\\)(?:\\\\)*(\\(?:\/|u[dD][89a-fA-F][0-9a-fA-F]{2}))/;

class Reader {
  readonly duplicates: DuplicateKey[] = [];
  /** Behind the event that opens the first document. */
  private at = 1;
  /** Undefined while the node is being read: it would contain itself. */
  private readonly anchors = new Map<string, Json>();
  private readonly budget = new AliasBudget();

  constructor(private readonly text: string, private readonly events: readonly YamlEvent[]) {}

  value(): Json {
    const event = this.events[this.at];
    if (event === undefined || isEnd(event)) return undefined;
    if (isAlias(event)) return this.aliased(event);
    const anchor = anchorName(this.text, event);
    if (anchor === undefined) return this.content(event);
    this.budget.open(anchor);
    this.anchors.set(anchor, undefined);
    const value = this.content(event);
    this.anchors.set(anchor, value);
    this.budget.close(anchor);
    return value;
  }

  /** Where the second document of the text begins to say something. */
  rest(): number | undefined {
    const event = this.events.slice(this.at + 1).find((e) => isScalar(e) ? e.valueStart >= 0 : 'start' in e);
    if (event === undefined) return undefined;
    return isScalar(event) ? event.valueStart : 'start' in event ? event.start : undefined;
  }

  private content(event: YamlEvent): Json {
    this.budget.count();
    this.at++;
    if (isScalar(event)) return this.scalar(event);
    return isMapping(event) ? this.mapping() : this.sequence();
  }

  /** A plain scalar in the place of a key, where infinity is one by its name. */
  private plain(event: ScalarEvent): Scalar {
    this.budget.count();
    this.at++;
    return plainScalar(scalarText(this.text, event));
  }

  private scalar(event: ScalarEvent): Scalar {
    const value = scalarText(this.text, event);
    if (isPlain(event)) return finite(plainScalar(value), event.valueStart);
    if (!event.fast && event.style === SCALAR_STYLE_DOUBLE_QUOTED) this.requireEscapes(event);
    const tag = tagOf(this.text, event);
    return tag === '' ? value : finite(taggedScalar(tag, value, event.tagStart), event.valueStart);
  }

  /** Escapes that JSON and YAML 1.2 know and the YAML of kubectl does not; it reads a text that begins with a brace as JSON. */
  private requireEscapes(event: ScalarEvent): void {
    const found = JSON_ESCAPE.exec(this.text.slice(event.valueStart, event.valueEnd));
    if (found === null || /^\s*\{/.test(this.text)) return;
    throw this.refusal(event, `the escape ${found[1]} is none in the YAML that kubectl reads; it refuses the whole file`, 'write the character itself');
  }

  private sequence(): Json[] {
    const items: Json[] = [];
    while (!isEnd(this.events[this.at])) items.push(this.value());
    this.at++;
    return items;
  }

  private mapping(): Json {
    const object: Json = {};
    let merged: Set<string> | undefined;
    while (!isEnd(this.events[this.at])) {
      const event = this.events[this.at];
      if (this.merges(event)) {
        this.at++;
        merged ??= new Set();
        for (const source of this.sources()) for (const key of Object.keys(source)) merge(object, key, source[key], merged);
        continue;
      }
      const key = this.key();
      const value = this.value();
      if (Object.prototype.hasOwnProperty.call(object, key) && !merged?.delete(key)) this.duplicates.push({ key, offset: offsetOf(event) });
      put(object, key, value);
    }
    this.at++;
    return object;
  }

  private merges(event: YamlEvent): boolean {
    if (!isScalar(event) || event.valueEnd - event.valueStart < 2 || this.text.charCodeAt(event.valueStart) !== 0x3c) return false;
    return scalarText(this.text, event) === '<<' && (isPlain(event) || tagOf(this.text, event) === '!!merge');
  }

  /** The mappings that `<<` names, the one that wins last. */
  private sources(): Json[] {
    const event = this.events[this.at];
    const value = this.value();
    const sources = Array.isArray(value) && !isAlias(event) ? value.reverse() : [value];
    if (sources.every((source) => source !== null && typeof source === 'object' && !Array.isArray(source))) return sources;
    throw this.refusal(event, '"<<" takes a mapping or a list of mappings; kubectl refuses the whole file', 'let it name an anchor of a mapping');
  }

  private key(): string {
    const event = this.events[this.at];
    const value = isScalar(event) && isPlain(event) && event.anchorStart < 0 ? this.plain(event) : this.value();
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return String(value);
    if (typeof value === 'number') return keyOfNumber(value);
    throw this.refusal(event, 'a key that is null, a list or a mapping is none in JSON; kubectl refuses the whole file', 'quote the key, or the value if braces or brackets are meant as text');
  }

  private aliased(event: YamlEvent): Json {
    this.at++;
    const name = anchorName(this.text, event)!;
    const value = this.anchors.get(name);
    if (value === undefined) {
      throw this.refusal(event, `*${name} ${this.anchors.has(name) ? 'stands inside of what it names' : 'names no anchor before it'}; kubectl refuses the whole file`,
        `write &${name} before the value that is meant, or quote the text`);
    }
    if (!this.budget.spend(name)) {
      throw this.refusal(event, 'aliases blow this document up to many times its size; kubectl refuses the whole file', 'write the values out, or split the document');
    }
    return value;
  }

  private refusal(event: YamlEvent, message: string, fix: string): Unreadable {
    return new Unreadable({ id: 'yaml-syntax', offset: offsetOf(event), message, fix });
  }
}

/** Where a node begins in the text; a quoted scalar at its quote. */
export function offsetOf(event: YamlEvent): number {
  if (isScalar(event)) return Math.max(isQuoted(event) ? event.valueStart - 1 : event.valueStart, 0);
  return 'start' in event ? event.start : isAlias(event) ? event.anchorStart - 1 : 0;
}

function merge(object: Json, key: string, value: Json, merged: Set<string>): void {
  if (!Object.prototype.hasOwnProperty.call(object, key)) merged.add(key);
  put(object, key, value);
}

function put(object: Json, key: string, value: Json): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

/** Go writes a float key with the digits that a float of 32 bits needs. */
function keyOfNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (Number.isFinite(value)) return String(Number(Math.fround(value).toPrecision(7)));
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}

function finite(value: Scalar, offset: number): Scalar {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  throw new Unreadable({ id: 'yaml-syntax', offset, message: `${value} is no number of JSON; kubectl refuses the whole file`, fix: 'quote it if text is meant' });
}
