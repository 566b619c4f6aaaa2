import { PrivateFolder } from './private-folder';
import { Processes } from './processes';

/** A run: its folder, and the programs that end with it. */
export class Run {
  public readonly folder = new PrivateFolder();
  /** More can be started at any time. */
  public readonly processes = new Processes(this.folder.path);

  /** Ends every program and removes every file. */
  public async stop(): Promise<void> {
    await this.processes.stop();
    this.folder.remove();
  }
}
