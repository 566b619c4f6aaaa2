/** One word of a Corefile, with its place in the source. */
export interface Token {
  /** What CoreDNS reads: without enclosing quotes, `\"` unescaped, carriage returns dropped. */
  readonly text: string;
  /** The line on which the token begins, from 1. */
  readonly line: number;
  /** The column at which the token begins, from 1, in UTF-16 units. */
  readonly column: number;
  /** Where the token begins in the source, its opening quote included. */
  readonly start: number;
  /** Where the token ends in the source, its closing quote included. */
  readonly end: number;
  readonly quoted: boolean;
  /** A `#` follows without white space: the comment ends at the next white space, and the words after it count again. */
  readonly glued: boolean;
}

export interface Lexed {
  readonly tokens: readonly Token[];
  /** Where a quote opens that nothing closes: it takes the rest of the text. */
  readonly openQuote?: Token;
}

const BOM = 0xfeff;

/** Go's unicode.IsSpace: not the class `\s`, which holds U+FEFF and lacks U+0085. */
const WHITE = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

class Lexer {
  private at: number;
  private line = 1;
  private lineStart = 0;
  private openQuote?: Token;

  public constructor(private readonly source: string) {
    this.at = source.charCodeAt(0) === BOM ? 1 : 0;
  }

  public all(): Lexed {
    const tokens: Token[] = [];
    for (let token = this.next(); token !== undefined; token = this.next()) tokens.push(token);
    return { tokens, ...(this.openQuote && { openQuote: this.openQuote }) };
  }

  private next(): Token | undefined {
    let comment = false;
    for (; this.at < this.source.length; this.at++) {
      const char = this.source[this.at];
      if (char === '\n') {
        comment = false;
        this.newLine();
      } else if (char === '#') {
        comment = true;
      } else if (!comment && !WHITE.test(char)) {
        return char === '"' ? this.quoted() : this.bare();
      }
    }
    return undefined;
  }

  private newLine(): void {
    this.line++;
    this.lineStart = this.at + 1;
  }

  private place() {
    return { line: this.line, column: this.at - this.lineStart + 1, start: this.at };
  }

  private bare(): Token {
    const place = this.place();
    let text = '';
    let end = this.at;
    let glued = false;
    for (; this.at < this.source.length; this.at++) {
      const char = this.source[this.at];
      if (char === '\r') continue;
      if (WHITE.test(char)) break;
      glued ||= char === '#';
      if (glued) continue;
      text += char;
      end = this.at + 1;
    }
    return { text, ...place, end, quoted: false, glued };
  }

  private quoted(): Token | undefined {
    const place = this.place();
    const { source } = this;
    let text = '';
    let escaped = false;
    for (this.at++; this.at < source.length; this.at++) {
      const char = source[this.at];
      if (!escaped && char === '"') {
        this.at++;
        return { text, ...place, end: this.at, quoted: true, glued: false };
      }
      if (char === '\n') this.newLine();
      if (!escaped && char === '\\') {
        escaped = true;
        continue;
      }
      text += escaped && char !== '"' ? `\\${char}` : char;
      escaped = false;
    }
    this.openQuote = { text, ...place, end: source.length, quoted: true, glued: false };
    return text === '' ? undefined : this.openQuote;
  }
}

/** The tokens that CoreDNS (coredns/caddy, caddyfile/lexer.go) reads from a text. */
export function tokenise(source: string): Lexed {
  return new Lexer(source).all();
}
