import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { localCorefile } from './local-corefile';
import { Resolver } from './resolver';
import { goBinary } from '../build/go-binary';
import { coreDns, CoreDnsVersion } from '../build/programs';
import { Access, kubeconfig } from '../control-plane/access';
import { freePort } from '../control-plane/ports';
import { PrivateFolder } from '../control-plane/private-folder';
import { Processes, RunningProcess } from '../control-plane/processes';
import { Ended, waitFor } from '../control-plane/wait';

export interface CoreDnsOptions {
  /** Name of the process and of its folder; once in a run. */
  readonly name: string;
  readonly version: CoreDnsVersion;
  /** The Corefile as it stands in a cluster. */
  readonly corefile: string;
  /**
   * Files of the ConfigMap `coredns-custom`, by name.
   *
   * @default - none
   */
  readonly custom?: Readonly<Record<string, string>>;
  /** `address:port` that stands for the servers of /etc/resolv.conf. */
  readonly upstream: string;
  /**
   * `address:port` of the cluster's DNS server, for a cache in front of it.
   *
   * @default - the Corefile names none
   */
  readonly clusterDns?: string;
}

/** A name that every cluster has. */
const ALWAYS = 'kubernetes.default.svc.cluster.local';
const LIMIT = 60;

/** CoreDNS as a process of this machine, with the Corefile of a cluster. */
export class CoreDns {
  /** Starts it and waits until it knows the names of the cluster. */
  public static async start(access: Access, folder: PrivateFolder, processes: Processes, options: CoreDnsOptions): Promise<CoreDns> {
    const { process, port } = await launch(access, folder, processes, options);
    const dns = new CoreDns(process, port, new Resolver(port));
    try {
      await waitFor(`${options.name} to know ${ALWAYS}`, LIMIT, async () => {
        process.check();
        return (await dns.resolver.ask(ALWAYS)).rcode === 'NOERROR';
      }, 100);
      return dns;
    } catch (error) {
      await dns.stop();
      throw error instanceof Ended ? error : new Error(`${(error as Error).message}\nthe end of its log:\n${process.lastLines}`);
    }
  }

  /**
   * Starts it with a Corefile that it refuses.
   *
   * @returns the end of its log
   * @throws if it runs
   */
  public static async refusal(access: Access, folder: PrivateFolder, processes: Processes, options: CoreDnsOptions): Promise<string> {
    const { process } = await launch(access, folder, processes, options);
    const ended = waitFor(`${options.name} to end`, LIMIT, () => process.hasEnded);
    await ended.finally(() => process.stop());
    return process.lastLines;
  }

  private constructor(private readonly process: RunningProcess, private readonly port: number, public readonly resolver: Resolver) {}

  public get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Why it does not run any more, with the end of its log; undefined while it runs. */
  public get ended(): Error | undefined {
    try {
      this.process.check();
      return undefined;
    } catch (error) {
      return error as Error;
    }
  }

  public async stop(): Promise<void> {
    this.resolver.close();
    await this.process.stop();
  }
}

const programs = new Map<CoreDnsVersion, string>();

/** Looked up once: that takes a process. */
function program(version: CoreDnsVersion): string {
  const found = programs.get(version) ?? goBinary(coreDns(version));
  programs.set(version, found);
  return found;
}

async function launch(access: Access, folder: PrivateFolder, processes: Processes, options: CoreDnsOptions) {
  const { name, version, corefile, custom = {}, upstream, clusterDns } = options;
  const own = folder.file(name);
  mkdirSync(join(own, 'custom'), { recursive: true });
  const write = (file: string, text: string) => writeFileSync(join(own, file), text, { mode: 0o600 });
  const port = await freePort();
  const places = {
    port,
    health: await freePort(),
    ready: await freePort(),
    metrics: await freePort(),
    kubeconfig: join(own, 'kubeconfig'),
    folder: own,
    upstream,
    clusterDns,
  };
  write('kubeconfig', kubeconfig(access));
  write('Corefile', localCorefile(corefile, places));
  for (const [file, text] of Object.entries(custom)) write(join('custom', file), localCorefile(text, places));
  const process = processes.start(name, program(version), ['-conf', join(own, 'Corefile')], { cwd: own, graceSeconds: 0 });
  return { process, port };
}
