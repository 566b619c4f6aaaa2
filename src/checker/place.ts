import type { Loaded } from './load';
import { Locator } from './locate';
import { Lines, Position, Source } from './source';
import type { FieldPath } from '../rules/rule';

/** Finds lines and columns. Best asked in the order of the texts: one document is kept at a time. */
export class Places {
  private readonly lines = new Map<Source, Lines>();
  private current?: { readonly chunk: Loaded['chunk']; readonly locator: Locator };

  /** @param word what is meant of a field that is a text of several lines */
  ofField({ source, chunk, path }: Loaded, field: FieldPath, word?: string): Position {
    if (this.current?.chunk !== chunk) this.current = { chunk, locator: new Locator(chunk.text) };
    return this.ofOffset(source, chunk.start + this.current.locator.offset([...path, ...field], word));
  }

  ofOffset(source: Source, offset: number): Position {
    return this.linesOf(source).at(offset);
  }

  line(source: Source, number: number): string {
    return this.linesOf(source).line(number);
  }

  private linesOf(source: Source): Lines {
    let lines = this.lines.get(source);
    if (!lines) this.lines.set(source, lines = new Lines(source.text));
    return lines;
  }
}
