import { Corefile, Directive, Import, Key, Problem, ProblemCode, ServerBlock, Snippet } from './cst';
import { Cursor } from './cursor';
import { patternProblem } from './import-pattern';
import { Lexed, tokenise, Token } from './lexer';
import { optionBlock } from './option-block';
import { problem, unbalanced } from './problem';

/** CoreDNS gives up here, so a snippet that imports itself in a circle is an error and no endless loop. */
const MAX_EXPANSIONS = 10_000;
/** The same for files and patterns, found or not. */
const MAX_FILES = 100_000;

/** Ends the reading; the tree keeps what was read before. */
class Stop extends Error {
  public constructor(public readonly reason: Problem) {
    super(reason.message);
  }
}

interface Open {
  keys: Key[];
  directives: Directive[];
  imports: Import[];
  open?: Token;
  close?: Token;
  via?: Import;
}

/** The parser of coredns/caddy (caddyfile/parse.go), step by step, keeping every token's place. */
class Parser {
  private readonly lexed: Lexed;
  private readonly cursor: Cursor;
  private readonly blocks: ServerBlock[] = [];
  private readonly snippets = new Map<string, Snippet>();
  private readonly imports: Import[] = [];
  private expansions = 0;
  private files = 0;
  private block: Open = { keys: [], directives: [], imports: [] };

  public constructor(private readonly source: string) {
    this.lexed = tokenise(source);
    this.cursor = new Cursor(this.lexed.tokens);
  }

  public parse(): Corefile {
    const { tokens, openQuote } = this.lexed;
    const errors: Problem[] = [];
    try {
      while (this.cursor.next()) this.serverBlock();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      errors.push(error.reason);
      this.keep();
    }
    const brace = unbalanced(tokens);
    const warnings = [
      ...(openQuote ? [problem('unterminated-quote', 'this quote takes the rest of the file', openQuote)] : []),
      ...(brace ? [brace] : []),
    ];
    return { source: this.source, tokens, blocks: this.blocks, snippets: [...this.snippets.values()], imports: this.imports, errors, warnings };
  }

  /** CoreDNS drops a block without keys. */
  private keep(): void {
    if (this.block.keys.length > 0) this.blocks.push(this.block);
  }

  private stop(code: ProblemCode, message: string): never {
    throw new Stop(problem(code, message, this.cursor.token));
  }

  private serverBlock(): void {
    this.block = { keys: [], directives: [], imports: [] };
    const ended = this.keys();
    const [key] = this.block.keys;
    if (!ended && this.block.keys.length === 1 && key.text.startsWith('(') && key.text.endsWith(')')) {
      this.block.keys = [];
      this.snippet(key.text.slice(1, -1), key.token);
    } else if (!ended) {
      this.contents();
    }
    this.keep();
  }

  /** Reads the keys; true if the file ends with them. */
  private keys(): boolean {
    const { cursor, block } = this;
    for (let another = false; ;) {
      const word = cursor.word;
      if (word?.token.text === 'import' && cursor.onNewLine) {
        this.import(this.imports);
        continue;
      }
      if (word?.token.text === '{') {
        if (another) this.stop('extra-comma', 'Expected another address but had \'{\' - check for extra comma');
        return false;
      }
      if (word && word.token.text !== '') {
        const { text } = word.token;
        another = text.endsWith(',');
        block.keys.push({ text: another ? text.slice(0, -1) : text, token: word.token });
        block.via ??= word.via;
      }
      if (!cursor.next()) {
        if (another) this.stop('unexpected-end', 'Unexpected EOF');
        return true;
      }
      if (!another && cursor.onNewLine) return false;
    }
  }

  private snippet(name: string, key: Token): void {
    const { cursor } = this;
    if (this.snippets.has(name)) this.stop('snippet-redeclared', `redeclaration of previously declared snippet ${name}`);
    if (!cursor.is('{')) this.unexpected('expected-open-brace', '{');
    const tokens: Token[] = [];
    let depth = 1;
    while (depth > 0 && cursor.next()) {
      if (cursor.is('{')) depth++;
      if (cursor.is('}')) depth--;
      if (depth > 0) tokens.push(cursor.token!);
    }
    if (depth > 0) this.unexpected('expected-close-brace', '}');
    const imports = (token: Token, at: number) => token.text === 'import' && tokens[at + 1]?.text === name && tokens[at - 1]?.line !== token.line;
    if (tokens.some(imports)) this.tooDeep();
    this.snippets.set(name, { name, key, tokens });
  }

  private contents(): void {
    const { cursor, block } = this;
    if (cursor.is('{')) block.open = cursor.token;
    else cursor.back();
    while (cursor.next() && !cursor.is('}')) {
      if (cursor.is('import')) {
        this.import(block.imports);
        cursor.back();
      } else {
        this.directive();
      }
    }
    if (cursor.is('}')) block.close = cursor.token;
    else if (block.open) this.unexpected('expected-close-brace', '}');
  }

  private directive(): void {
    const { cursor } = this;
    const { token: name, via } = cursor.word!;
    const tokens = [name];
    const imports: Import[] = [];
    let depth = 0;
    while (cursor.next()) {
      if (cursor.is('{')) {
        depth++;
      } else if (cursor.onNewLine && depth === 0) {
        cursor.back();
        break;
      } else if (cursor.is('}')) {
        if (depth === 0) this.stop('unexpected-close-brace', 'Unexpected \'}\' because no matching opening brace');
        depth--;
      } else if (cursor.is('import') && cursor.onNewLine) {
        this.import(imports);
        cursor.back();
        continue;
      }
      tokens.push(cursor.token!);
    }
    if (depth > 0) this.stop('unexpected-end', 'Unexpected EOF');
    this.block.directives.push({ name, tokens, ...optionBlock(tokens), imports, ...(via && { via }) });
  }

  /** Reads an import and puts the tokens of the snippet in its place; those of files are not known here. */
  private import(into: Import[]): void {
    const { cursor } = this;
    const { token, via } = cursor.word!;
    if (!cursor.nextOnLine()) this.stop('import-argument', 'Wrong argument count or unexpected line ending after \'import\'');
    const pattern = cursor.token!;
    if (pattern.text === '') this.stop('import-argument', 'Import requires a non-empty filepath');
    if (cursor.nextOnLine()) this.stop('import-argument', 'Import takes only one argument (glob pattern or file)');
    const snippet = this.snippets.get(pattern.text);
    if (snippet && this.expansions++ >= MAX_EXPANSIONS) this.tooDeep();
    if (!snippet) this.countFile(pattern.text);
    const read: Import = { token, pattern, ...(snippet && { snippet }) };
    into.push(read);
    cursor.replace((snippet?.tokens ?? []).map((brought) => ({ token: brought, via: via ?? read })));
  }

  private countFile(pattern: string): void {
    // CoreDNS names the other limit.
    if (this.files++ >= MAX_FILES) this.stop('import-depth', `maximum file import depth (${MAX_EXPANSIONS}) exceeded`);
    const message = patternProblem(pattern);
    if (message !== undefined) this.stop('import-glob', message);
  }

  private tooDeep(): never {
    return this.stop('import-depth', `maximum snippet import depth (${MAX_EXPANSIONS}) exceeded`);
  }

  private unexpected(code: ProblemCode, expected: string): never {
    return this.stop(code, `Unexpected token '${this.cursor.text}', expecting '${expected}'`);
  }
}

/** Reads a Corefile as CoreDNS does. It reads every text: what CoreDNS refuses is in `errors`. */
export function parse(source: string): Corefile {
  return new Parser(source).parse();
}
