import { ChildProcess, execFile, spawn } from 'child_process';
import { createInterface } from 'readline';
import { guardGroup } from '../process/guard';
import { within } from '../process/wait';

/** What a command has written. */
export class CommandFailed extends Error {}

/** kubectl with the access of a file. */
export class Kubectl {
  public constructor(private readonly program: string, private readonly kubeconfig: string) {}

  /**
   * @param seconds after which it is ended
   * @param input what it reads
   * @returns its standard output
   * @throws CommandFailed, with its standard error
   */
  public run(args: readonly string[], seconds = 60, input = ''): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = execFile(this.program, [`--kubeconfig=${this.kubeconfig}`, ...args], { timeout: seconds * 1000, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const why = error.killed ? `has not ended after ${seconds} s` : 'failed';
        return reject(new CommandFailed(`kubectl ${args.join(' ')} ${why}: ${stderr.trim() || error.message}`));
      });
      child.stdin!.on('error', () => undefined).end(input);
    });
  }

  /**
   * A command that does not end by itself.
   *
   * @param onLine told of each line of its standard output
   */
  public follow(args: readonly string[], onLine: (line: string) => void): { stop(): void } {
    const { child, stop } = this.spawn(args);
    child.on('error', () => undefined);
    child.stderr!.resume();
    createInterface({ input: child.stdout! }).on('line', onLine);
    return { stop };
  }

  /** `kubectl proxy`, which speaks to the API server for whatever the file says; it ends with this process. */
  public async proxy(): Promise<{ readonly url: string; stop(): void }> {
    const { child, stop } = this.spawn(['proxy', '--port=0']);
    const address = await within(30, 'kubectl proxy to serve', new Promise<string>((resolve, reject) => {
      let said = '';
      let complained = '';
      child.stderr!.setEncoding('utf8').on('data', (text: string) => { complained = `${complained}${text}`.slice(-1000); });
      child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [, found] = /Starting to serve on (\S+)/.exec(said) ?? [];
        if (found) resolve(found);
      });
      child.once('error', reject).once('exit', (code) => reject(new Error(`kubectl proxy ended with code ${code}: ${complained.trim()}`)));
    }));
    return { url: `http://${address}`, stop };
  }

  /** It ends with this process, however that ends. */
  private spawn(args: readonly string[]): { readonly child: ChildProcess; stop(): void } {
    const child = spawn(this.program, [`--kubeconfig=${this.kubeconfig}`, ...args], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const guard = child.pid === undefined ? undefined : guardGroup(child.pid);
    child.once('exit', () => guard?.release());
    return { child, stop: () => { child.kill('SIGKILL'); } };
  }
}
