/**
 * CoreDNS puts the environment into the words before it reads them; the reader keeps `{$NAME}` and `{%NAME%}`. To hold
 * one against the other, every variable gets a value that tells its name, and the words of the reader are expanded.
 */
export class Variables {
  private readonly values = new Map<string, string>();

  /** Every variable met so far. */
  public get env(): Record<string, string> {
    return Object.fromEntries(this.values);
  }

  /** The text with the values of its variables in their place. */
  public expand(text: string): string {
    return this.replace(this.replace(text, '{%', '%}'), '{$', '}');
  }

  /** A reference ends at the first end mark, one without a name ends the search, and a value is searched again. */
  private replace(text: string, open: string, close: string): string {
    let result = text;
    for (let start = result.indexOf(open); start >= 0; start = result.indexOf(open)) {
      const end = result.indexOf(close, start);
      if (end <= start + open.length) break;
      const reference = result.slice(start, end + close.length);
      result = result.replaceAll(reference, () => this.value(reference.slice(open.length, -close.length)));
    }
    return result;
  }

  private value(name: string): string {
    // The operating system takes no such name.
    if (/[=\0]/.test(name)) return '';
    // Without braces, so that nothing new begins; with the line breaks of the name, which count for the lines.
    const value = `«${name.replace(/[{}$%]/g, '')}»`;
    this.values.set(name, value);
    return value;
  }
}
