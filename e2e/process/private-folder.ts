import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { basename, join } from 'path';
import { Guard, guardFolder } from './guard';
import { logsFolder, pruneLogs } from './logs';

/** A folder for one run: certificates, tokens, data and logs. It is gone when the run has ended, however it ends. */
export class PrivateFolder {
  public readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'cdk8s-stateful-')));
  private readonly guard: Guard = guardFolder(this.path);
  private readonly atExit: () => void;

  public constructor() {
    this.atExit = () => this.remove();
    process.once('exit', this.atExit);
  }

  public file(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  /**
   * Copies the logs to where they outlive the run.
   *
   * @returns the folder
   */
  public keepLogs(): string {
    const kept = join(logsFolder(), basename(this.path));
    cpSync(this.file('logs'), kept, { recursive: true });
    pruneLogs();
    return kept;
  }

  public remove(): void {
    process.off('exit', this.atExit);
    if (existsSync(this.path)) rmSync(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    this.guard.release();
  }
}
