import { cacheOptions, CacheKind, CacheOptions, disableLines, integer } from './cache-options';
import { Corefile, Directive, Option } from './cst';
import { lastLine } from './cursor';
import { endOfLine, indentations, lineEnd, startOfLine } from './layout';
import { Token } from './lexer';
import { Splice } from './print';
import { coveredBy, zoneOf } from './zone';

/** What the negative cache of some zones shall be. */
export interface CacheRequest {
  /** Names without a trailing dot. */
  readonly zones: readonly string[];
  /** The caches to switch off for these zones. */
  readonly disable: readonly CacheKind[];
  /** Take every `disable` line out of the cache first, whatever its zones. */
  readonly withoutDisable?: boolean;
  /** The longest time that any negative answer of the server block is kept. */
  readonly denial?: { readonly capacity: number; readonly ttl: number };
}

/** The changes to one cache directive. */
export interface CachePatch {
  readonly splices: readonly Splice[];
  /** The lines that are changed, as opposed to added. */
  readonly lines: ReadonlySet<number>;
}

const KINDS: readonly CacheKind[] = ['success', 'denial'];

class Patch {
  public readonly splices: Splice[] = [];
  public readonly lines = new Set<number>();
  private readonly added: string[] = [];
  private readonly options: CacheOptions;

  public constructor(private readonly file: Corefile, private readonly cache: Directive) {
    this.options = cacheOptions(cache);
  }

  public disable(kind: CacheKind, zones: readonly string[]): void {
    const disabled = new Set(this.options.disabled[kind]);
    const missing = zones.filter((zone) => !coveredBy(disabled, zoneOf(zone)));
    if (missing.length === 0) return;
    const line = this.options.disable[kind];
    if (line) this.append(line, missing.join(' '));
    else this.added.push(`disable ${kind} ${missing.join(' ')}`);
  }

  public takeOutDisable(): void {
    for (const { name, args } of disableLines(this.cache)) this.takeOut(name, args.at(-1) ?? name);
  }

  public denial({ capacity, ttl }: { capacity: number; ttl: number }): void {
    const { denial, denialTtl } = this.options;
    if (denialTtl <= ttl) return;
    const own = denial?.args[1];
    if (!denial) this.added.push(`denial ${capacity} ${ttl}`);
    else if (own && integer(own.text) !== undefined) this.change(own, { start: own.start, end: own.end, text: `${ttl}` });
    else this.append(denial, `${ttl}`);
  }

  /** Writes the added options: into the option block, or into a new one. */
  public finish(): CachePatch {
    if (this.added.length > 0) this.write();
    return { splices: this.splices, lines: this.lines };
  }

  private write(): void {
    const { file: { source }, cache } = this;
    const { close, option } = indentations(this.file, cache);
    const { block } = cache;
    const end = lineEnd(source, cache.name.start);
    const lines = this.added.map((text) => `${option}${text}${end}`).join('');
    if (!block) {
      const last = cache.tokens.at(-1)!;
      const after = endOfLine(source, last.end);
      this.change(last, { start: last.end, end: last.end, text: ' {' });
      this.splices.push({ start: after, end: after, text: `${end}${lines}${close}}` });
    } else if (lastLine(block.open) === block.close.line) {
      this.change(block.close, { start: block.open.end, end: block.close.start, text: `${end}${lines}${close}` });
    } else {
      const at = startOfLine(source, block.close.start);
      this.splices.push({ start: at, end: at, text: lines });
    }
  }

  /** Takes out the words of an option, and with them its line, unless a brace or a comment stands on it. */
  private takeOut(first: Token, last: Token): void {
    const { source } = this.file;
    const [line, end] = [startOfLine(source, first.start), endOfLine(source, last.end)];
    const [before, after] = [source.slice(line, first.start), source.slice(last.end, end)];
    if (after.trim() !== '') this.change(last, { start: first.start, end: end - after.trimStart().length, text: '' });
    else if (before.trim() !== '') this.change(last, { start: line + before.trimEnd().length, end, text: '' });
    else this.change(last, { start: line, end: source.indexOf('\n', end) + 1, text: '' });
  }

  private append(option: Option, text: string): void {
    const last = option.args.at(-1) ?? option.name;
    this.change(last, { start: last.end, end: last.end, text: ` ${text}` });
  }

  private change(token: Token, splice: Splice): void {
    this.splices.push(splice);
    this.lines.add(lastLine(token));
  }
}

/** The splices that give a cache directive what is requested, none if it has it. */
export function cachePatch(file: Corefile, cache: Directive, request: CacheRequest): CachePatch {
  const patch = new Patch(file, cache);
  if (request.withoutDisable) patch.takeOutDisable();
  for (const kind of KINDS.filter((each) => request.disable.includes(each))) patch.disable(kind, request.zones);
  if (request.denial) patch.denial(request.denial);
  return patch.finish();
}
