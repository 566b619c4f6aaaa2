import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { Resolver } from './resolver';
import { goBinary } from '../build/go-binary';
import { coreDns, CoreDnsVersion } from '../build/programs';
import { PrivateFolder } from '../process/private-folder';
import { Processes, RunningProcess } from '../process/processes';
import { Ended, within } from '../process/wait';

/** Where programs run: a control plane, or a run without one. */
export interface Host {
  readonly folder: PrivateFolder;
  readonly processes: Processes;
}

export interface CoreDnsOptions {
  readonly version: CoreDnsVersion;
  /** The files of its working folder by name, `Corefile` among them. */
  readonly files: Readonly<Record<string, string>>;
  /** The port of server blocks that name none, and the one that is asked. */
  readonly port: number;
  /**
   * The only variables that the Corefile can name.
   *
   * @default - none, so that none of this machine reaches it
   */
  readonly env?: Readonly<Record<string, string>>;
}

/** Seconds until CoreDNS serves or ends; its kubernetes plugin waits five for an API server. */
const LIMIT = 60;
/** What is said before and beside the zones and the reason. */
const REMARK = /^(?:maxprocs: |\[|Warning: |[IWE]\d{4} )/;

let started = 0;
const programs = new Map<CoreDnsVersion, string>();

/** Looked up once: that takes a process. */
function program(version: CoreDnsVersion): string {
  const found = programs.get(version) ?? goBinary(coreDns(version));
  programs.set(version, found);
  return found;
}

function spoken(text: string): string[] {
  return text.split('\n').filter((line) => !REMARK.test(line));
}

/** A CoreDNS of this machine, in a folder and with a log of its own. */
export class CoreDns {
  /** A new folder for the files of one CoreDNS. */
  public static folder(host: Host, version: CoreDnsVersion): string {
    const folder = host.folder.file(`coredns-${version}-${started++}`);
    mkdirSync(folder);
    return folder;
  }

  /**
   * Starts it, and waits until it serves or ends.
   *
   * @param folder see `CoreDns.folder`
   * @throws if it does neither in time
   */
  public static async start(host: Host, folder: string, options: CoreDnsOptions): Promise<CoreDns> {
    for (const [name, text] of Object.entries(options.files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text, { mode: 0o600 });
    }
    const dns = new CoreDns(host, folder, options);
    try {
      await within(LIMIT, `CoreDNS ${options.version} to serve or to end`, Promise.race([dns.serving, dns.process.ended]));
      // A program that could not even be started has said nothing.
      if (!dns.started && dns.log === '') dns.process.check();
      return dns;
    } catch (error) {
      await dns.stop();
      throw error instanceof Ended ? error : new Error(`${(error as Error).message}; the end of its log:\n${dns.lastLines}`);
    }
  }

  /** Asks the port of the options. */
  public readonly resolver: Resolver;
  private readonly process: RunningProcess;
  private readonly serving: Promise<void>;
  private said = '';

  private constructor({ folder: { path }, processes }: Host, private readonly folder: string, private readonly options: CoreDnsOptions) {
    const { version, port, env = {} } = options;
    this.resolver = new Resolver(port);
    let serves: () => void;
    this.serving = new Promise((resolve) => { serves = resolve; });
    this.process = processes.start(folder.slice(path.length + 1), program(version), ['-conf', 'Corefile', '-dns.port', `${port}`], {
      cwd: folder,
      env,
      graceSeconds: 0,
      onStdout: (text) => {
        this.said += text;
        if (this.started) serves();
      },
    });
  }

  public get port(): number {
    return this.options.port;
  }

  /** Whether it has said its version, which comes when every server listens and every plugin has started. */
  public get started(): boolean {
    return `\n${this.said}`.includes(this.banner);
  }

  /** The zones that it serves, with their ports, sorted. */
  public get served(): readonly string[] {
    return this.started ? spoken(`\n${this.said}`.split(this.banner)[0]).filter((line) => line !== '').sort() : [];
  }

  /** Why it did not start, without its folder; undefined if it did. */
  public get refusal(): string | undefined {
    return this.started ? undefined : spoken(this.process.log).join('\n').trim().replaceAll(`${this.folder}/`, '');
  }

  /** All that it has said. */
  public get log(): string {
    return this.process.log;
  }

  /** The end of it. */
  public get lastLines(): string {
    return this.process.lastLines;
  }

  /** Why it does not run any more, with the end of its log; undefined while it runs. */
  public get ended(): Error | undefined {
    return this.process.error;
  }

  /** Ends it and removes its folder; its log stays. */
  public async stop(): Promise<void> {
    this.resolver.close();
    await this.process.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get banner(): string {
    return `\nCoreDNS-${this.options.version}\n`;
  }
}
