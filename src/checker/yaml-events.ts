import { EVENT_ALIAS, EVENT_MAPPING, EVENT_POP, EVENT_SCALAR, EVENT_SEQUENCE, SCALAR_STYLE_DOUBLE_QUOTED, SCALAR_STYLE_PLAIN, SCALAR_STYLE_SINGLE_QUOTED, YAMLException, getScalarValue, parseEvents } from 'js-yaml';
import { Unreadable } from './input-problem';

/** Far more than any object of Kubernetes has, and few enough that no reader runs out of stack. */
const MAX_DEPTH = 500;
/** Each costs a reading of the document. */
const MAX_REPAIRS = 200;

/** Ends of lines in YAML 1.1, of the same length as the one that the parser knows; pasted from the web, nobody sees them. */
const LINE_BREAKS = /[\u0085\u2028\u2029]/g;

export type YamlEvent = ReturnType<typeof parseEvents>[number];
export type ScalarEvent = Extract<YamlEvent, { valueStart: number }>;

/** What a document is made of, and the text that the events mean: offsets are the same in the one that was given. */
export interface YamlEvents {
  readonly events: readonly YamlEvent[];
  readonly text: string;
}

/** What a document is made of, in the order of its text. */
export function yamlEvents(text: string): YamlEvents {
  let read = text.replace(LINE_BREAKS, '\n');
  for (let repairs = 0; ; repairs++) {
    try {
      return { events: parseEvents(read, { maxDepth: MAX_DEPTH }), text: read };
    } catch (error) {
      const repaired = repairs < MAX_REPAIRS ? indented(read, error) : undefined;
      if (repaired === undefined) throw new Unreadable(problemOf(error, text));
      read = repaired;
    }
  }
}

/**
 * The text with a line of a flow collection or quoted scalar joined to the line before, where YAML 1.2 wants it indented
 * further and the YAML of kubectl does not: `]` below the key. Every offset stays what it is.
 */
function indented(text: string, error: unknown): string | undefined {
  if (!(error instanceof YAMLException) || error.reason !== 'deficient indentation' || !error.mark) return undefined;
  const end = text.lastIndexOf('\n', error.mark.position - 1);
  if (end < 0) return undefined;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  const before = text.slice(start, end).replace(/(^|\s)#[^"']*$/, (comment) => ' '.repeat(comment.length));
  return `${text.slice(0, start)}${before} ${text.slice(end + 1)}`;
}

function problemOf(error: unknown, text: string): Unreadable['problem'] {
  const { reason, mark } = error instanceof YAMLException ? error : { reason: String(error), mark: undefined };
  const offset = Math.min(mark?.position ?? 0, text.length);
  if (reason.includes('maxDepth')) {
    return { id: 'yaml-syntax', offset, message: `the document is nested more than ${MAX_DEPTH} deep; no object of Kubernetes is`, fix: 'look for brackets that are never closed' };
  }
  const tab = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1).includes('\t');
  return {
    id: 'yaml-syntax',
    offset,
    message: `this is no YAML: ${reason}; kubectl refuses the whole file`,
    fix: tab ? 'indent with spaces: YAML takes no tab there' : 'correct the line, or quote the value if it is text',
  };
}

export const isScalar = (event: YamlEvent): event is ScalarEvent => event.type === EVENT_SCALAR;
export const isMapping = (event: YamlEvent) => event.type === EVENT_MAPPING;
export const isSequence = (event: YamlEvent) => event.type === EVENT_SEQUENCE;
export const isAlias = (event: YamlEvent): event is Extract<YamlEvent, { type: typeof EVENT_ALIAS }> => event.type === EVENT_ALIAS;
export const isEnd = (event: YamlEvent) => event.type === EVENT_POP;

/** Whether a scalar is unquoted and untagged, so that its meaning depends on how it looks. */
export const isPlain = (event: ScalarEvent) => event.style === SCALAR_STYLE_PLAIN && event.tagStart < 0;

/** Whether a scalar stands in quotes. */
export const isQuoted = (event: ScalarEvent) => event.style === SCALAR_STYLE_SINGLE_QUOTED || event.style === SCALAR_STYLE_DOUBLE_QUOTED;

/** Whether a scalar is written beside its key, as a block below it is not. */
export const isInline = (event: ScalarEvent) => event.valueStart >= 0 && event.style <= SCALAR_STYLE_DOUBLE_QUOTED;

/** The text of a scalar without its quotes, folds and escapes. */
export function scalarText(text: string, event: ScalarEvent): string {
  if (event.valueStart < 0) return '';
  return event.fast ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event);
}

/** Name of the anchor that a node carries or an alias means; undefined without one. */
export function anchorName(text: string, event: YamlEvent): string | undefined {
  return 'anchorStart' in event && event.anchorStart >= 0 ? text.slice(event.anchorStart, event.anchorEnd) : undefined;
}

/** `!!str` for whatever spelling of a standard tag; empty without a tag. */
export function tagOf(text: string, event: YamlEvent): string {
  if (!('tagStart' in event) || event.tagStart < 0) return '';
  const tag = text.slice(event.tagStart, event.tagEnd);
  return tag.replace(/^!<(.*)>$/, '$1').replace(/^tag:yaml\.org,2002:/, '!!');
}
