import { Import } from './cst';
import { Token } from './lexer';

/** A token as the parser meets it: its own, or brought by an import. */
export interface Word {
  readonly token: Token;
  readonly via?: Import;
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}

/** The dispenser of coredns/caddy: a cursor over tokens into which imports are spliced. */
export class Cursor {
  private at = -1;
  private readonly words: Word[];

  public constructor(tokens: readonly Token[]) {
    this.words = tokens.map((token) => ({ token }));
  }

  public get word(): Word | undefined {
    return this.words[this.at];
  }

  public get token(): Token | undefined {
    return this.word?.token;
  }

  public get text(): string {
    return this.token?.text ?? '';
  }

  public is(text: string): boolean {
    return this.text === text;
  }

  /** Moves to the next token, or stays on the last. */
  public next(): boolean {
    if (this.at >= this.words.length - 1) return false;
    this.at++;
    return true;
  }

  public back(): void {
    this.at--;
  }

  /** Moves to the next token if it stands on the line of this one. */
  public nextOnLine(): boolean {
    const [here, there] = [this.words[this.at], this.words[this.at + 1]];
    if (here === undefined || there === undefined || lastLine(here.token) !== there.token.line) return false;
    this.at++;
    return true;
  }

  /** Whether the token before ends on an earlier line. */
  public get onNewLine(): boolean {
    if (this.at < 1) return true;
    const here = this.token;
    return here !== undefined && lastLine(this.words[this.at - 1].token) < here.line;
  }

  /** Puts what an import brings in place of its two tokens; the cursor, on its argument, moves to the first of them. */
  public replace(words: readonly Word[]): void {
    this.words.splice(this.at - 1, 2, ...words);
    this.at--;
  }
}

/** The line on which a token ends. */
export function lastLine(token: Token): number {
  return token.line + lineBreaks(token.text);
}
