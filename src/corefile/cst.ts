import { Token } from './lexer';

/** A place of the source, and what is wrong there. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Why the parser of CoreDNS refuses a text, or reads it otherwise than it looks. */
export type ProblemCode =
  | 'expected-open-brace'
  | 'expected-close-brace'
  | 'extra-comma'
  | 'import-argument'
  | 'import-depth'
  | 'import-glob'
  | 'snippet-redeclared'
  | 'unexpected-end'
  | 'unexpected-close-brace'
  | 'unterminated-quote'
  | 'unbalanced-braces';

/** An `import` line. Its tokens are read in its place if it names a snippet defined before; files stay unread. */
export interface Import {
  readonly token: Token;
  readonly pattern: Token;
  readonly snippet?: Snippet;
}

/** `(name) { … }`: tokens kept for `import name`. */
export interface Snippet {
  readonly name: string;
  readonly key: Token;
  readonly tokens: readonly Token[];
}

/** A key of a server block. */
export interface Key {
  /** Without the comma that promises another key. */
  readonly text: string;
  readonly token: Token;
}

/** One line of an option block. */
export interface Option {
  readonly name: Token;
  readonly args: readonly Token[];
}

/** `{ … }` behind a plugin's arguments. */
export interface OptionBlock {
  readonly open: Token;
  readonly close: Token;
  readonly options: readonly Option[];
}

/** A plugin with its arguments and options. */
export interface Directive {
  readonly name: Token;
  /** Everything up to the next directive, the name first, imported tokens included. */
  readonly tokens: readonly Token[];
  /** The tokens between the name and the option block. */
  readonly args: readonly Token[];
  readonly block?: OptionBlock;
  /** The import that brought the directive itself. */
  readonly via?: Import;
  /** The imports inside its option block. */
  readonly imports: readonly Import[];
}

export interface ServerBlock {
  readonly keys: readonly Key[];
  /** Absent in a file that is one server block without braces. */
  readonly open?: Token;
  readonly close?: Token;
  readonly directives: readonly Directive[];
  /** The imports between its directives. */
  readonly imports: readonly Import[];
  /** The import that brought the first key. */
  readonly via?: Import;
}

/** A Corefile: the source as it stands, and what CoreDNS reads from it. */
export interface Corefile {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly blocks: readonly ServerBlock[];
  readonly snippets: readonly Snippet[];
  /** The imports between the server blocks. */
  readonly imports: readonly Import[];
  /** Why CoreDNS refuses the text; the tree ends at the first. */
  readonly errors: readonly Problem[];
  /** Where CoreDNS accepts the text but reads it otherwise than it looks. */
  readonly warnings: readonly Problem[];
}
