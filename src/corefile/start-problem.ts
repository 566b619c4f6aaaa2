import { closedOnOptionLine, openedOnNextLine } from './braces';
import { Corefile, Directive, ServerBlock } from './cst';
import { Token } from './lexer';
import { PLUGIN_SHAPES, Shape } from './plugin-arguments';
import { nameProblem } from './plugin-names';
import { blockZones, directives, sharesZones } from './server-block';
import { hasVariable, keyAddress, keyProblem, zoneOf } from './zone';

/** Why CoreDNS does not start with a text that it can read to its end. */
export interface StartProblem {
  readonly code: 'unknown-plugin' | 'plugin-twice' | 'plugin-arguments' | 'one-line-block' | 'brace-next-line' | 'cache-malformed' | 'kubernetes-zone' | 'zone-name'
  | 'zone-twice';
  readonly token: Token;
  readonly message: string;
  readonly fix: string;
}

/** A plugin of a custom build. */
export interface ForeignPlugin {
  readonly token: Token;
  readonly message: string;
  readonly fix: string;
}

/** Plugins of cluster DNS that a server block may have once (plugin.ErrOnce), from 1.8.0 to 1.15.0. */
export const ONCE: ReadonlySet<string> = new Set(['cache', 'dnssec', 'errors', 'hosts', 'kubernetes', 'loop', 'nsid', 'pprof', 'prometheus', 'ready']);
/** Plugins that are known to stop CoreDNS at an option block that opens on the next line. */
export const REFUSING_NEXT_LINE: ReadonlySet<string> = new Set(['cache', 'kubernetes', 'hosts', 'health', 'forward', 'template']);
/** Plugins whose setup reads the first of them alone (plugin/reload/setup.go). */
const READS_FIRST: ReadonlySet<string> = new Set(['bufsize', 'reload']);
/** Options whose reader leaves a `}` on their line alone, so that it closes the block. */
const READS_BRACES: ReadonlySet<string> = new Set(['forward']);
/** plugin/pkg/dnsutil/reverse.go: the two apexes are no reverse zones for it. */
const REVERSE = /\.(?:in-addr|ip6)\.arpa$|\/\d+$/;

function written(words: readonly Token[]): string {
  return words.map(({ text }) => text || '""').join(' ');
}

function isKnown(words: readonly Token[]): boolean {
  return !words.some(({ text }) => hasVariable(text));
}

function taken({ accepts }: Shape, args: readonly Token[]): boolean {
  return accepts(args.map(({ text }) => text));
}

class Reader {
  public readonly problems: StartProblem[] = [];
  public readonly foreign: ForeignPlugin[] = [];
  private readonly said = new Set<Token>();
  private readonly served = new Map<string, number>();

  public constructor(private readonly file: Corefile) {}

  public read(): void {
    for (const block of this.file.blocks) {
      this.keys(block);
      const seen = new Set<string>();
      for (const directive of block.directives) {
        const { name } = directive;
        const again = seen.size === seen.add(name.text).size;
        if (again && ONCE.has(name.text)) this.say('plugin-twice', name, `a second ${name.text} in one server block: CoreDNS does not start`, `keep one ${name.text}, with the options of both`);
        else if (openedOnNextLine(directive) && REFUSING_NEXT_LINE.has(name.text)) this.openedLate(directive);
        else if (!hasVariable(name.text)) this.name(directive);
        if (!again || !READS_FIRST.has(name.text)) this.arguments(directive);
        if (name.text === 'kubernetes') this.kubernetes(directive, block);
      }
    }
  }

  /** A snippet that comes into several server blocks is one mistake. */
  private say(code: StartProblem['code'], token: Token, message: string, fix: string): void {
    if (this.said.size !== this.said.add(token).size) this.problems.push({ code, token, message, fix });
  }

  private keys(block: ServerBlock): void {
    for (const { text, token } of block.keys.filter((key) => !hasVariable(key.text))) {
      const problem = keyProblem(text);
      if (problem !== undefined) {
        this.say('zone-name', token, `${text}: ${problem}, and CoreDNS does not start`, /\{$/.test(text) ? `write ${text.replace(/\{$/, ' {')}` : 'write a zone, then a port if wanted');
      } else if (!sharesZones(block)) {
        const before = this.served.get(keyAddress(text));
        if (before === undefined) this.served.set(keyAddress(text), token.line);
        else this.say('zone-twice', token, `${text} is served by the server block of line ${before} already: CoreDNS does not start`, 'make one server block of the two, or give this one another zone or port');
      }
    }
  }

  private openedLate({ name, args, tokens }: Directive): void {
    this.say(name.text === 'cache' ? 'cache-malformed' : 'brace-next-line', tokens[args.length + 1],
      `the "{" of ${name.text} stands on the next line: CoreDNS does not start`, `write "{" on the line of ${name.text}`);
  }

  private name({ name }: Directive): void {
    const problem = nameProblem(name.text);
    if (!problem) return;
    const message = `${name.text || '""'}: ${problem.message}`;
    if (problem.surely) this.say('unknown-plugin', name, message, problem.fix);
    else if (this.said.size !== this.said.add(name).size) this.foreign.push({ token: name, message, fix: problem.fix });
  }

  private arguments(directive: Directive): void {
    const { name: { text: plugin }, name, args, block, imports } = directive;
    const shape = PLUGIN_SHAPES.get(plugin);
    const code = plugin === 'cache' ? 'cache-malformed' : 'plugin-arguments';
    // What an imported file brings into an option block is read as options too, and is not known here.
    if (!shape || imports.some((line) => !line.snippet)) return;
    if (shape.args && isKnown(args) && !taken(shape.args, args)) {
      this.say(code, args[0] ?? name, `CoreDNS does not start with ${written([name, ...args])}`, `give ${plugin} ${shape.args.takes}`);
    }
    if (!shape.options) return;
    const before = this.problems.length;
    const shared = closedOnOptionLine(directive);
    const nested = block?.options.some(({ name: { text } }) => text === '{' || text === '}');
    for (const option of block?.options ?? []) {
      const last = shared !== undefined && option === block!.options.at(-1) && !READS_BRACES.has(plugin);
      const words = last ? [...option.args, shared] : option.args;
      if (!isKnown([option.name, ...option.args])) continue;
      const known = Object.hasOwn(shape.options, option.name.text) ? shape.options[option.name.text] : undefined;
      if (!known) {
        this.say(code, option.name, `${plugin} has no option ${written([option.name, ...words])}: CoreDNS does not start`, `write one of ${Object.keys(shape.options).join(', ')}`);
      } else if (!taken(known, words)) {
        this.say(last && code !== 'cache-malformed' ? 'one-line-block' : code, option.name, `CoreDNS does not start with ${written([option.name, ...words])} of ${plugin}`,
          last ? 'write each option on its own line, and "}" alone on the last' : `give ${option.name.text} ${known.takes}`);
      }
      // What stands behind a brace belongs to nothing.
      if (nested && this.problems.length > before) return;
    }
  }

  private kubernetes({ name, args }: Directive, block: ServerBlock): void {
    if (!isKnown(args) || (args.length === 0 && block.keys.some(({ text }) => hasVariable(text)))) return;
    const zones = args.length > 0 ? args.map(({ text }) => zoneOf(text)) : blockZones(block);
    if (zones.every((zone) => REVERSE.test(zone))) {
      this.say('kubernetes-zone', args[0] ?? name, `${written([name, ...args])} has reverse zones alone: CoreDNS does not start`, 'write the cluster domain in front of them');
    }
  }
}

const readers = new WeakMap<Corefile, Reader>();

function reader(file: Corefile): Reader {
  let known = readers.get(file);
  if (!known) {
    readers.set(file, known = new Reader(file));
    known.read();
  }
  return known;
}

/** Everything with which CoreDNS does not start, in the order of the text. */
export function startProblems(file: Corefile): readonly StartProblem[] {
  return reader(file).problems;
}

/** The plugins that stock CoreDNS lacks, each place once. */
export function foreignPlugins(file: Corefile): readonly ForeignPlugin[] {
  return reader(file).foreign;
}

/** Whether a server block has a plugin that stock CoreDNS lacks, and that may answer in the place of any other. */
export function hasForeignPlugin(file: Corefile, block: ServerBlock): boolean {
  return foreignPlugins(file).some(({ token }) => directives(block, token.text).length > 0);
}
