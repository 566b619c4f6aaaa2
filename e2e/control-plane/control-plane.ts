import { Access, ADMIN, CONTROLLER_MANAGER, kubelet, SCHEDULER, Tokens, User } from './access';
import { ApiClient, WriteOptions } from './api-client';
import { KubernetesObject } from './resource-paths';
import { startApiServer, startControllers, StartedServer, startEtcd } from './start-programs';
import { goBinary } from '../build/go-binary';
import { ETCD, kubernetes, KubernetesVersion } from '../build/programs';
import { PrivateFolder } from '../process/private-folder';
import { Processes, RunningProcess } from '../process/processes';
import { Run } from '../process/run';

export interface ControlPlaneOptions {
  readonly version: KubernetesVersion;
  /**
   * Nodes whose kubelet gets a token.
   *
   * @default - one, `node-0`
   */
  readonly nodes?: readonly string[];
  /**
   * Flags of kube-controller-manager, beside those that it needs.
   *
   * @default - none: its own defaults
   */
  readonly managerFlags?: readonly string[];
  /**
   * Others that get a token.
   *
   * @default - none
   */
  readonly users?: readonly User[];
  /**
   * Whether real nodes and pods connect to the API server: then `API_SERVER` must be an address of this machine.
   *
   * @default false
   */
  readonly forNodes?: boolean;
}

/**
 * etcd, kube-apiserver and kube-controller-manager as processes of this machine, on ports of 127.0.0.1, with a folder,
 * certificates and tokens of their own: real admission, RBAC and controllers, and no node.
 */
export class ControlPlane {
  /** Starts everything and waits until a pod could be created; ends everything if that fails. */
  public static async start({ version, nodes = ['node-0'], managerFlags = [], users = [], forNodes = false }: ControlPlaneOptions): Promise<ControlPlane> {
    const [etcdProgram, serverProgram, managerProgram] = [ETCD, kubernetes('kube-apiserver', version), kubernetes('kube-controller-manager', version)].map(goBinary);
    const run = new Run();
    const { folder, processes } = run;
    try {
      const tokens = new Tokens([ADMIN, CONTROLLER_MANAGER, SCHEDULER, ...nodes.map(kubelet), ...users]);
      const etcd = await startEtcd(etcdProgram, folder, processes);
      const server = await startApiServer(serverProgram, etcd, tokens, folder, processes, forNodes);
      const plane = new ControlPlane(version, run, server, tokens);
      plane.manager = await startControllers(managerProgram, plane.accessOf(CONTROLLER_MANAGER), plane.client, folder, processes, managerFlags);
      return plane;
    } catch (error) {
      const logs = folder.keepLogs();
      await run.stop();
      throw new Error(`${(error as Error).message}\nall logs: ${logs}`);
    }
  }

  /** The client of the administrator. */
  public readonly client: ApiClient;
  private readonly clients = new Map<string, ApiClient>();
  private manager?: RunningProcess;

  private constructor(
    public readonly version: KubernetesVersion, private readonly run: Run, private readonly server: StartedServer, private readonly tokens: Tokens,
  ) {
    this.client = this.clientOf(ADMIN);
  }

  /** Where this run keeps its files. */
  public get folder(): PrivateFolder {
    return this.run.folder;
  }

  /** The programs of this run: more can be started, they end with it. */
  public get processes(): Processes {
    return this.run.processes;
  }

  /** kube-controller-manager. */
  public get controllers(): RunningProcess {
    return this.manager!;
  }

  /** `gitVersion` of the API server. */
  public get gitVersion(): string {
    return this.server.gitVersion;
  }

  /** How a user reaches the API server. */
  public accessOf(user: User): Access {
    return this.accessWith(this.tokens.of(user));
  }

  /** How the bearer of a token reaches the API server, for example a ServiceAccount. */
  public accessWith(token: string): Access {
    return { server: this.server.url, ca: this.server.ca, token };
  }

  public clientOf(user: User): ApiClient {
    const client = this.clients.get(user.name) ?? new ApiClient(this.accessOf(user));
    this.clients.set(user.name, client);
    return client;
  }

  /** Server-side apply as the administrator. */
  public apply(objects: readonly KubernetesObject[], options?: WriteOptions): Promise<KubernetesObject[]> {
    return this.client.apply(objects, options);
  }

  /** Ends every program and removes every file. */
  public async stop(): Promise<void> {
    for (const client of this.clients.values()) client.close();
    await this.run.stop();
  }
}
