/** Something that a shell runs in its turn: a command, or a compound one. */
export interface Item {
  /** The compound command that it is a part of; none for the script itself. */
  readonly outer?: Block;
  /** Whether it is part of the condition of a loop or an `if`. */
  readonly inCondition: boolean;
  /** The operator before it: nothing, `;`, a line's end, `&&`, `||`, `|` or `&`. */
  readonly before: string;
  /** The operator behind it. */
  after: string;
  /** Whether the list around it ends with its failure: nothing but `&&` follows. */
  final: boolean;
}

/** A compound command: a loop, an `if`, a `case`, a list in braces or parentheses, a function; or the script itself. */
export interface Block extends Item {
  readonly kind: 'script' | 'until' | 'while' | 'for' | 'if' | 'case' | 'braces' | 'parentheses' | 'function';
  readonly items: Item[];
  /** How many commands in it may end it, or the script. */
  leaves: number;
  /** Of a `for`: its variable, and the words it takes. */
  header: string[];
}

/** A command with its words, as written. */
export interface Command extends Item {
  readonly words: readonly string[];
  readonly outer: Block;
  /** How many commands stand before it. */
  readonly order: number;
}

/** Deeper scripts are nobody's; a limit keeps the walk upwards short. */
const DEPTH = 40;
const LEAVES: ReadonlySet<string> = new Set(['exit', 'return', 'break', 'continue', 'exec', 'kill', 'pkill', 'killall', 'trap']);
/** Words before the one that is run. */
const CALLS: ReadonlySet<string> = new Set(['command', 'builtin', 'eval']);
const OPENS = new Map<string, Block['kind']>([['until', 'until'], ['while', 'while'], ['for', 'for'], ['select', 'for'], ['if', 'if'], ['case', 'case'], ['{', 'braces']]);
const CLOSES = new Map<string, ReadonlyArray<Block['kind']>>([['done', ['until', 'while', 'for']], ['fi', ['if']], ['esac', ['case']], ['}', ['braces', 'function']]]);
const PARTS: ReadonlySet<string> = new Set(['do', 'then', 'else', 'elif']);
const CONDITIONAL: ReadonlySet<string> = new Set(['until', 'while', 'if']);

/** Whether a command may end the script, or a loop of it. */
export function leaves(words: readonly string[]): boolean {
  const called = words.find((word) => !CALLS.has(word)) ?? '';
  return LEAVES.has(called) || (words[0] === 'eval' && /\b(exit|return|break|continue|exec)\b/.test(called));
}

/** The commands of a script of a POSIX shell, in their order; undefined for what is too deep to be one. Linear. */
export function commandsOf(script: string): Command[] | undefined {
  const reader = new Reader();
  for (const { word, operator } of tokens(script)) {
    if (operator !== undefined) reader.operator(operator);
    else reader.word(word!);
    if (reader.depth > DEPTH) return undefined;
  }
  return reader.finish();
}

/** A command that is run without a shell. */
export function single(words: readonly string[]): Command[] {
  const reader = new Reader();
  reader.words.push(...words);
  return reader.finish();
}

class Reader {
  depth = 0;
  words: string[] = [];
  private readonly commands: Command[] = [];
  private block: Block = { kind: 'script', inCondition: false, before: '', after: '', final: true, items: [], leaves: 0, header: [] };
  private condition = false;
  private before = '';
  /** A compound command has ended, and redirections may follow. */
  private closed?: Item;
  private header = false;
  private naming = false;
  /** Whether the pattern of a `case` comes next, which may stand in parentheses. */
  private pattern = false;

  word(word: string): void {
    if (this.closed) {
      if (!CLOSES.has(word)) return;
      this.operator('');
    }
    if (this.header && word !== 'do' && (this.block.kind === 'for' || word !== 'in')) return void this.block.header.push(word);
    if (this.words[0] === 'function' && word === '{') {
      this.words = [];
      this.naming = true;
    }
    if (this.words.length > 0 || !this.keyword(word)) this.words.push(word);
  }

  operator(operator: string): void {
    if (operator === '(') return this.pattern && this.block.kind === 'case' ? undefined : this.parenthesis();
    if (operator === ';;') {
      this.operator(';');
      this.pattern = true;
      return;
    }
    if (this.header) this.header = false;
    if (operator === ')' && this.block.kind !== 'parentheses') {
      // The pattern of a case.
      this.pattern = false;
      this.words = [];
      this.before = '';
      return;
    }
    if (operator === ')') return this.close();
    const joined = !this.flush(operator) && operator === '\n' && /[&|]$/.test(this.before);
    if (!joined) this.before = operator;
  }

  finish(): Command[] {
    this.flush('');
    while (this.block.outer) this.leave();
    finalOf(this.block);
    return this.commands;
  }

  /** Whether a word at the place of a command is one of the shell's own. */
  private keyword(word: string): boolean {
    const kind = OPENS.get(word);
    if (kind) {
      this.open(kind);
    } else if (PARTS.has(word) || (word === 'in' && this.block.kind === 'case')) {
      this.header = false;
      this.pattern = word === 'in';
      this.part(word === 'elif');
    } else if (CLOSES.get(word)?.includes(this.block.kind)) {
      this.close();
    } else {
      return false;
    }
    return true;
  }

  private part(condition: boolean): void {
    this.condition = condition;
    this.before = '';
  }

  private open(kind: Block['kind']): void {
    const block: Block = {
      kind: this.naming ? 'function' : kind, outer: this.block, inCondition: this.condition, before: this.before, after: '', final: false, items: [], leaves: 0, header: [],
    };
    this.naming = false;
    this.block.items.push(block);
    this.block = block;
    this.depth++;
    this.header = kind === 'for' || kind === 'case';
    this.part(CONDITIONAL.has(kind));
  }

  private parenthesis(): void {
    if (this.closed) this.operator('');
    // `hosts=()` is an empty list.
    const named = this.words.length === 1 && !this.words[0].includes('=');
    this.words = [];
    this.open('parentheses');
    if (named) this.block.header.push('');
  }

  private close(): void {
    this.flush('');
    const block = this.block;
    this.leave();
    // A name with empty parentheses begins a function.
    if (block.kind === 'parentheses' && block.header.length > 0 && block.items.length === 0) {
      this.block.items.pop();
      this.naming = true;
    } else {
      this.closed = block;
    }
  }

  private leave(): void {
    finalOf(this.block);
    this.condition = this.block.inCondition;
    this.block = this.block.outer!;
    this.depth--;
  }

  /** Ends what stands before an operator; false where there is nothing. */
  private flush(after: string): boolean {
    const { words, block: outer, closed } = this;
    this.words = [];
    this.closed = undefined;
    if (closed) closed.after = after;
    if (closed || words.length === 0) return closed !== undefined;
    const command: Command = { words, outer, inCondition: this.condition, before: this.before, after, final: false, order: this.commands.length };
    outer.items.push(command);
    this.commands.push(command);
    if (leaves(words)) for (let block: Block | undefined = outer; block; block = block.outer) block.leaves++;
    return true;
  }
}

/** Marks the commands that a list ends with. */
function finalOf({ items }: Block): void {
  for (let i = items.length - 1; i >= 0 && (i === items.length - 1 ? !/[&|]/.test(items[i].after) : items[i].after === '&&'); i--) items[i].final = true;
}

interface Token {
  readonly word?: string;
  readonly operator?: string;
}

const OPERATOR = /;;|&&|\|\||[;\n&|()]/y;
/** Where no here-document begins: quotes, numbers and what other commands print. */
const QUOTED = /'[^']*'|"(?:\\[^]|[^"\\])*"|`[^`]*`|\$\([^)]*\)|\$\{[^}]*\}/g;
/** Longer words name no file that ends a text. */
const LONG = 1000;

function* tokens(script: string): Generator<Token> {
  const here: string[] = [];
  let delimiter = false;
  for (let at = 0; at < script.length;) {
    const [char, next] = [script[at], script[at + 1]];
    OPERATOR.lastIndex = at;
    const [operator] = (char === '&' && next === '>' ? undefined : OPERATOR.exec(script)) ?? [];
    if (char !== '\n' && /\s/.test(char)) {
      at++;
    } else if (char === '\\' && next === '\n') {
      at += 2;
    } else if (char === '#') {
      at = endOfLine(script, at);
    } else if (operator !== undefined) {
      at += operator.length;
      if (operator === '\n') for (const end of here.splice(0)) at = behind(script, at, end);
      yield { operator };
    } else {
      const word = script.slice(at, wordEnd(script, at));
      at += word.length;
      const opened: string | undefined = delimiter ? word : hereOf(word);
      if (opened) here.push(opened.replace(/['"\\]/g, ''));
      delimiter = opened === '';
      yield { word };
    }
  }
}

/** What ends the text that a word begins; empty where the next word is it, undefined where it begins none. */
function hereOf(word: string): string | undefined {
  if (word.length > LONG || !word.includes('<<')) return undefined;
  const bare = word.replace(QUOTED, (part) => '_'.repeat(part.length));
  const at = bare.search(/(?<!<)<<(?!<)/);
  return at < 0 ? undefined : word.slice(at + 2).replace(/^-/, '');
}

function endOfLine(script: string, from: number): number {
  const end = script.indexOf('\n', from);
  return end === -1 ? script.length : end;
}

/** The place behind the text of a here-document. */
function behind(script: string, from: number, end: string): number {
  for (let at = from; at < script.length;) {
    const stop = endOfLine(script, at);
    if (script.slice(at, stop).trim() === end) return stop;
    at = stop + 1;
  }
  return script.length;
}

/** The end of a word: quotes, `$(…)`, `${…}` and backticks hold what else would end it. */
function wordEnd(script: string, from: number): number {
  const open: string[] = [];
  for (let at = from; at < script.length; at++) {
    const [char, next, last, inside] = [script[at], script[at + 1], script[at - 1], open.at(-1)];
    if (inside === '\'') {
      if (char === inside) open.pop();
    } else if (char === inside) {
      open.pop();
    } else if (char === '\\') {
      at++;
    } else if (char === '$' && (next === '(' || next === '{')) {
      open.push(next === '(' ? ')' : '}');
      at++;
    } else if (char === '"' || char === '`' || (char === '\'' && inside !== '"')) {
      open.push(char);
    } else if (char === '(' && inside === ')') {
      open.push(')');
    } else if (inside === undefined && endsWord(char, last, next)) {
      return at;
    }
  }
  return script.length;
}

/** An ampersand of `2>&1` and `&>` ends no word. */
function endsWord(char: string, last: string | undefined, next: string | undefined): boolean {
  return /[\s;|()]/.test(char) || (char === '&' && last !== '>' && last !== '<' && next !== '>');
}
