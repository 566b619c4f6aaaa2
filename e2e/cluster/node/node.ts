import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { cniConfig } from './cni-config';
import { containerdConfig } from './containerd-config';
import { importImage, whenContainerdAnswers } from './ctr';
import { kubeletConfig } from './kubelet-config';
import { OWN_MOUNTS } from './own-mounts';
import { goBinary } from '../../build/go-binary';
import { ClusterVersion, kubernetes } from '../../build/programs';
import { kubeconfig, kubelet } from '../../control-plane/access';
import { ControlPlane } from '../../control-plane/control-plane';
import { Processes, RunningProcess } from '../../process/processes';
import { GROUP_LABEL, NodePlan, SYSTEM } from '../nodes';

/** The taint that kubeadm gives to the node of CoreDNS. */
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane=:NoSchedule';

/** What all nodes share. */
export interface NodeHost {
  readonly processes: Processes;
  /** The folder of the cluster. */
  readonly folder: string;
  readonly resolvConf: string;
  readonly version: ClusterVersion;
}

/** A containerd and a kubelet in a mount namespace of their own. */
export class Node {
  /** Starts containerd with the images of these archives. */
  public static async start(host: NodeHost, plan: NodePlan, archives: readonly string[]): Promise<Node> {
    const folder = join(host.folder, plan.name);
    const node = new Node(host, plan, folder);
    await whenContainerdAnswers(node.containerd, node.socket);
    for (const archive of archives) await importImage(node.socket, archive);
    return node;
  }

  /** The socket of its containerd. */
  public readonly socket: string;
  private readonly containerd: RunningProcess;

  private constructor(private readonly host: NodeHost, private readonly plan: NodePlan, private readonly folder: string) {
    this.socket = join(folder, 'containerd.sock');
    const cniFolder = join(folder, 'cni');
    mkdirSync(cniFolder, { recursive: true });
    writeFileSync(join(cniFolder, '10-pods.conflist'), JSON.stringify(cniConfig(plan)));
    const config = join(folder, 'containerd.toml');
    writeFileSync(config, containerdConfig({ socket: this.socket, cniFolder, optFolder: join(folder, 'opt') }));
    const mounts = ['-c', OWN_MOUNTS, 'node', folder, join(host.folder, 'logs', plan.name)];
    this.containerd = host.processes.start(`${plan.name}-containerd`, 'unshare', ['--mount', 'sh', ...mounts, 'containerd', '--config', config]);
  }

  /** Of its plan. */
  public get group(): string {
    return this.plan.group;
  }

  /** Starts its kubelet, which registers the node. */
  public join(plane: ControlPlane): void {
    const { resolvConf, processes, version } = this.host;
    const { name, address, zone, group } = this.plan;
    const [config, access] = [join(this.folder, 'kubelet.json'), join(this.folder, 'kubelet.kubeconfig')];
    writeFileSync(access, kubeconfig(plane.accessOf(kubelet(name))), { mode: 0o600 });
    const places = { containerdSocket: this.socket, resolvConf, pluginFolder: join(this.folder, 'plugins') };
    writeFileSync(config, JSON.stringify(kubeletConfig(this.plan, places), undefined, 2));
    processes.start(`${name}-kubelet`, 'nsenter', [
      `--target=${this.containerd.pid}`, '--mount', goBinary(kubernetes('kubelet', version)),
      `--config=${config}`, `--kubeconfig=${access}`, `--hostname-override=${name}`, `--node-ip=${address}`,
      `--node-labels=topology.kubernetes.io/zone=${zone},${GROUP_LABEL}=${group}`,
      ...(group === SYSTEM ? [`--register-with-taints=${CONTROL_PLANE}`] : []),
    ]);
  }
}
