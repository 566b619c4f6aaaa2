/** One scalar in one line; undefined where it takes more than one line, or a place of its own. */
export interface Scalars {
  readonly value: (scalar: unknown) => string | undefined;
  readonly key: (key: string) => string | undefined;
}

/**
 * Plain JSON as a YAML document in block style: what most manifests are, written in one walk.
 *
 * @param scalars the words for keys and for what has no parts
 * @returns the text with its last line break; undefined where it is more than plain JSON of one-line scalars: no map, an
 *   empty one, an object that stands in it twice (an anchor), an instance of a class, a text of several lines
 */
export function yamlText(object: unknown, scalars: Scalars): string | undefined {
  const document = new Document(scalars);
  return isMap(object) && isFilled(object) && document.block(object, '', '') ? `${document.lines.join('\n')}\n` : undefined;
}

/** Each method adds lines and tells whether it could. */
class Document {
  public readonly lines: string[] = [];
  private readonly seen = new Set<unknown>();

  constructor(private readonly scalars: Scalars) {}

  /**
   * A map or a list that is not empty.
   *
   * @param lead what stands before the first line
   * @param indent what stands before the others
   */
  public block(value: object, lead: string, indent: string): boolean {
    if (this.seen.has(value)) return false;
    this.seen.add(value);
    if (Array.isArray(value)) return this.list(value, lead, indent);
    return isMap(value) && this.map(value, lead, indent);
  }

  private map(value: Record<string, unknown>, lead: string, indent: string): boolean {
    const inner = `${indent}  `;
    let start = lead;
    for (const key of Object.keys(value)) {
      const word = this.scalars.key(key);
      if (word === undefined) return false;
      const item = value[key];
      const filled = isFilled(item);
      if (filled) this.lines.push(`${start}${word}:`);
      if (!(filled ? this.block(item, inner, inner) : this.line(`${start}${word}: `, item))) return false;
      start = indent;
    }
    return true;
  }

  private list(value: readonly unknown[], lead: string, indent: string): boolean {
    const inner = `${indent}  `;
    let start = lead;
    for (const item of value) {
      if (!(isFilled(item) ? this.block(item, `${start}- `, inner) : this.line(`${start}- `, item))) return false;
      start = indent;
    }
    return true;
  }

  /** What has no parts. */
  private line(start: string, value: unknown): boolean {
    const word = typeof value === 'object' && value !== null ? this.empty(value) : this.scalars.value(value);
    if (word === undefined) return false;
    this.lines.push(start + word);
    return true;
  }

  private empty(value: object): string | undefined {
    if (this.seen.has(value)) return undefined;
    this.seen.add(value);
    if (Array.isArray(value)) return '[]';
    return isMap(value) ? '{}' : undefined;
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && !('toJSON' in value);
}

function isFilled(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const _ in value) return true;
  return false;
}
