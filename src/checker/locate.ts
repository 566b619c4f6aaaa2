import { plainScalar } from './plain-scalar';
import { offsetOf } from './read-document';
import { YamlEvent, anchorName, isAlias, isEnd, isInline, isMapping, isScalar, isSequence, scalarText, yamlEvents } from './yaml-events';
import type { FieldPath } from '../rules/rule';

/** The end of the line that a block scalar begins on. */
const BLOCK_HEADER = /[|>][-+1-9]*[ \t]*(?:[ \t]#.*)?\r?\n$/;
/** What goes on with a name before and behind it. */
const WORD_BEFORE = /[\w.-]$/;
const WORD_AFTER = /^(?:[\w-]|\.\w)/;

/** Finds the place of any field of one document. */
export class Locator {
  private readonly text: string;
  private readonly events: readonly YamlEvent[];
  /** Index behind the node that begins at an index. */
  private readonly behind: Int32Array;

  constructor(text: string) {
    ({ text: this.text, events: this.events } = yamlEvents(text));
    this.behind = ends(this.events);
  }

  /**
   * Offset of a field: of its value where that is a scalar beside its key, else of its key or of the first of an item. Where the
   * field is not written, the nearest one around it that is.
   *
   * @param word what is meant of a text of several lines: its place there, where it is written as it is read
   */
  offset(path: FieldPath, word?: string): number {
    let node = 1;
    let place = this.events[1] ? offsetOf(this.events[1]) : 0;
    for (const part of path) {
      node = this.resolved(node);
      const found = this.child(node, part);
      if (found === undefined) return place;
      node = found.node;
      const event = this.events[node];
      place = isScalar(event) && isInline(event) ? offsetOf(event) : found.place;
    }
    return this.within(this.events[this.resolved(node)], word) ?? place;
  }

  /** Where a word stands in a text of several lines; undefined where more than one of them has it, since one may be meant and another not. */
  private within(event: YamlEvent | undefined, word: string | undefined): number | undefined {
    if (word === undefined || event === undefined || !isScalar(event) || event.valueStart < 0) return undefined;
    const written = this.text.slice(event.valueStart, event.valueEnd);
    if (isInline(event) && !written.includes('\n')) return undefined;
    let found = -1;
    for (let at = written.indexOf(word); at >= 0; at = written.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (WORD_BEFORE.test(written.slice(Math.max(at - 1, 0), at)) || WORD_AFTER.test(written.slice(end, end + 2))) continue;
      if (found >= 0 && written.slice(found, at).includes('\n')) return undefined;
      if (found < 0) found = at;
    }
    return found < 0 ? undefined : event.valueStart + found;
  }

  private child(node: number, part: string | number): { node: number; place: number } | undefined {
    const event = this.events[node];
    if (event === undefined) return undefined;
    if (isMapping(event)) return this.pair(node, String(part), 0);
    if (!isSequence(event) || typeof part !== 'number') return undefined;
    let at = node + 1;
    for (let i = 0; i < part && !isEnd(this.events[at]); i++) at = this.behind[at];
    return isEnd(this.events[at]) ? undefined : { node: at, place: this.itemPlace(this.events[at]) ?? offsetOf(event) };
  }

  /** Where an item of a list begins, a block at its `|` or `>`; undefined for one that is empty. */
  private itemPlace(event: YamlEvent): number | undefined {
    if (!isScalar(event) || isInline(event)) return offsetOf(event);
    if (event.valueStart < 0) return undefined;
    const line = this.text.lastIndexOf('\n', event.valueStart - 2) + 1;
    const header = BLOCK_HEADER.exec(this.text.slice(line, event.valueStart));
    return header ? line + header.index : event.valueStart;
  }

  /** The last pair of that key, since it is the one that counts; one that a merge brings when it is not written. */
  private pair(node: number, key: string, merges: number): { node: number; place: number } | undefined {
    let found: { node: number; place: number } | undefined;
    const sources: number[] = [];
    for (let at = node + 1; !isEnd(this.events[at]); at = this.behind[this.behind[at]]) {
      const event = this.events[at];
      const value = this.behind[at];
      const name = isScalar(event) ? scalarText(this.text, event) : '';
      if (name === key || (name !== '<<' && isScalar(event) && String(plainScalar(name)) === key)) found = { node: value, place: offsetOf(event) };
      else if (name === '<<') sources.push(value);
    }
    if (found || merges > 20) return found;
    for (const source of sources.reverse().flatMap((at) => this.mappingsOf(at))) {
      const merged = this.pair(source, key, merges + 1);
      if (merged) return merged;
    }
    return undefined;
  }

  private mappingsOf(at: number): number[] {
    const node = this.resolved(at);
    if (isMapping(this.events[node])) return [node];
    const nodes: number[] = [];
    if (isSequence(this.events[node])) {
      for (let item = node + 1; !isEnd(this.events[item]); item = this.behind[item]) nodes.push(this.resolved(item));
    }
    return nodes.filter((item) => isMapping(this.events[item]));
  }

  /** The node that an alias stands for. */
  private resolved(node: number): number {
    const event = this.events[node];
    if (event === undefined || !isAlias(event)) return node;
    const name = anchorName(this.text, event);
    for (let at = node - 1; at > 0; at--) {
      if (!isAlias(this.events[at]) && anchorName(this.text, this.events[at]) === name) return at;
    }
    return node;
  }
}

function ends(events: readonly YamlEvent[]): Int32Array {
  const behind = new Int32Array(events.length + 1);
  const open: number[] = [];
  events.forEach((event, at) => {
    if (isEnd(event)) behind[open.pop()!] = at + 1;
    else if (isScalar(event) || isAlias(event)) behind[at] = at + 1;
    else open.push(at);
  });
  return behind;
}
