import { readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';

const ROOT = resolve(__dirname, '..');
const START = '<!-- measured -->\n';
const END = '<!-- /measured -->';

/** A guide whose tables are written from committed runs, between two marks. */
export class MeasuredGuide {
  /**
   * @param guide file of the guide, from the root of the repository
   * @param json file of the run
   * @param script what writes the guide
   * @param others files of more runs
   */
  public constructor(
    private readonly guide: string, private readonly json: string, private readonly script: string, private readonly others: readonly string[] = [],
  ) {}

  /** The text with this table between its marks. */
  public withTable(text: string, table: string): string {
    const [start, end] = [text.indexOf(START), text.indexOf(END)];
    if (start < 0 || end < start) throw new Error(`${this.guide} has no place for the table: write ${START.trim()} and ${END} there`);
    return text.slice(0, start) + START + table + text.slice(end);
  }

  /**
   * Writes the guide, or with `check` tells that it differs.
   *
   * @param tableOf what the runs become
   * @returns the exit code
   */
  public update(tableOf: (json: string, ...others: readonly string[]) => string, check: boolean): number {
    const text = readFileSync(join(ROOT, this.guide), 'utf8');
    const wanted = this.withTable(text, tableOf(read(this.json), ...this.others.map(read)));
    if (wanted === text) return 0;
    if (check) console.error(`${this.guide} has another table than ${[this.json, ...this.others].join(' and ')}: run ${this.script}, and commit what changed`);
    else writeFileSync(join(ROOT, this.guide), wanted);
    return check ? 1 : 0;
  }
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
