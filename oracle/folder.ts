import { mkdtempSync, realpathSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { atExit } from './at-exit';

/** A folder of this process, gone when it ends. */
export class Folder {
  public readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'corefile-')));
  private readonly done = atExit(() => this.remove());

  public remove(): void {
    rmSync(this.path, { recursive: true, force: true });
    this.done();
  }
}

/** Lends a new folder for as long as it is used. */
export function inFolder<Value>(use: (path: string) => Promise<Value>): Promise<Value> {
  const folder = new Folder();
  return use(folder.path).finally(() => folder.remove());
}
