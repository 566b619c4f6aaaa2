/** A text to be judged, with the name that findings call it by. */
export interface Source {
  /** Path of the file as given; `-` for what came through stdin. */
  readonly file: string;
  readonly text: string;
}

/** A place in a source: both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Lines of one text: where an offset lies, and what a line says. */
export class Lines {
  private starts?: number[];

  constructor(private readonly text: string) {}

  at(offset: number): Position {
    const starts = this.starts ??= lineStarts(this.text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  }

  /** A line without its end; empty when there is none of that number. */
  line(number: number): string {
    const starts = this.starts ??= lineStarts(this.text);
    const start = starts[number - 1];
    return start === undefined ? '' : this.text.slice(start, starts[number]).replace(/[\r\n]+$/, '');
  }
}

/** Line ends are LF and CRLF, as editors count them. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
