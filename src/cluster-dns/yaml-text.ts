import { Document, Scalar, visit } from 'yaml';

/**
 * Whether every YAML reader gives a text back from a block literal. Trailing blanks make kubectl print a quoted string,
 * a line that begins with a tab is refused by Go's YAML reader where it has to guess the indentation, and other line
 * ends become line feeds.
 */
function literal(text: string): boolean {
  return text.includes('\n') && /^[^\s]/.test(text) && !/[ \t]$/m.test(text) && !/^\t/m.test(text) && /^[\n\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe]*$/.test(text);
}

/** Line ends of YAML 1.1, which Go's YAML reader folds, and what editors drop; they stand in double quotes only. */
const BREAKS = /[\u007f-\u009f\u2028\u2029\ufeff]/g;

/** Texts that a YAML 1.1 reader takes for something else, and that the writer does not know of: PyYAML's value key, octal numbers of Go. */
const TAKEN = /^(=|[-+]?0[xob][\da-f_]+)$/i;

/**
 * An object as YAML: texts of several lines as block literals, or quoted where a literal would not hold them to the byte.
 * Readers of YAML 1.1 read it as those of 1.2 do: kubectl, Helm and Ansible take an unquoted `yes` for a boolean.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, { compat: 'yaml-1.1' });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string') return;
      if (literal(node.value)) node.type = Scalar.BLOCK_LITERAL;
      else if (TAKEN.test(node.value) || /[^\x20-\x7e]/.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
  return text.replace(BREAKS, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
