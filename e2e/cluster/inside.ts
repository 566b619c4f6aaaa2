import { readFileSync, renameSync, writeFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { NodeGroup } from './cluster-state';
import { storageClass } from './local-volume';
import { keepKernelSettings, setUpNetwork } from './network';
import { Node, NodeHost } from './node/node';
import { GROUP_LABEL, NODE_SELECTOR, NodePlan, nodePlans, SYSTEM } from './nodes';
import { Provisioner, PROVISIONER_RIGHTS, PROVISIONER_USER } from './provisioner';
import { goBinary } from '../build/go-binary';
import { ClusterVersion, kubernetes } from '../build/programs';
import { ADMIN, kubeconfig, PROXY, SCHEDULER, User } from '../control-plane/access';
import { UPSTREAM } from '../control-plane/addresses';
import { ControlPlane } from '../control-plane/control-plane';
import { isReady } from '../control-plane/pod-status';
import { StubUpstream } from '../dns/stub-upstream';
import { imageArchive } from '../images/archive';
import { baseImages } from '../images/library';
import { Processes } from '../process/processes';
import { waitFor } from '../process/wait';

// The whole of a cluster, in namespaces that are new and empty: see `cluster.ts`, which starts this with its folder, a version
// and the number of groups.

/** Seconds for a machine that is busy with other things. */
const LIMIT = 180;

/** What `cluster.ts` is told when everything is ready. */
export interface Ready {
  readonly kubernetes: string;
  readonly groups: readonly NodeGroup[];
  readonly kubeconfig: string;
}

function tell(progress: string): void {
  console.log(`  ${progress}`);
}

/** Starts a program that talks to the API server as a user of its own. */
function startAs(user: User, plane: ControlPlane, processes: Processes, folder: string, name: 'kube-scheduler' | 'kube-proxy', args: readonly string[]): void {
  const access = join(folder, `${name}.kubeconfig`);
  writeFileSync(access, kubeconfig(plane.accessOf(user)), { mode: 0o600 });
  processes.start(name, goBinary(kubernetes(name, plane.version)), [`--kubeconfig=${access}`, ...args]);
}

async function startNodes(host: NodeHost, plans: readonly NodePlan[]): Promise<Node[]> {
  const archives = baseImages(host.version).map(imageArchive);
  const nodes = await Promise.all(plans.map((plan) => Node.start(host, plan, archives)));
  tell(`${nodes.length} containerds answer, and have their images`);
  return nodes;
}

/** The groups, without that of the system. */
function groupsOf(nodes: readonly Node[]): readonly NodeGroup[] {
  const names = [...new Set(nodes.map(({ group }) => group))].filter((name) => name !== SYSTEM);
  return names.map((name) => ({ name, containerds: nodes.filter(({ group }) => group === name).map(({ socket }) => socket) }));
}

async function startPlane(version: ClusterVersion, plans: readonly NodePlan[]): Promise<ControlPlane> {
  const nodes = plans.map(({ name }) => name);
  const plane = await ControlPlane.start({ version, nodes, users: [PROXY, PROVISIONER_USER], forNodes: true });
  tell(`the control plane is ready: ${plane.gitVersion}`);
  return plane;
}

async function whenReady({ client }: ControlPlane, nodes: number): Promise<void> {
  await waitFor(`${nodes} nodes to be ready`, LIMIT, async () => {
    const { items } = await client.get('/api/v1/nodes');
    return items.filter(isReady).length === nodes;
  }, 250);
  tell('all nodes are ready');
  await waitFor('CoreDNS to be available', LIMIT, async () => {
    const { status, spec } = await client.get('/apis/apps/v1/namespaces/kube-system/deployments/coredns');
    return status.availableReplicas === spec.replicas;
  }, 250);
  tell('CoreDNS is available');
}

async function main(folder: string, version: ClusterVersion, groups: number): Promise<void> {
  const plans = nodePlans(groups);
  keepKernelSettings(folder);
  setUpNetwork(plans);
  await StubUpstream.start(UPSTREAM, 53);
  const resolvConf = join(folder, 'resolv.conf');
  writeFileSync(resolvConf, `nameserver ${UPSTREAM}\n`);
  const processes = new Processes(folder);
  const [nodes, plane] = await Promise.all([startNodes({ processes, folder, resolvConf, version }, plans), startPlane(version, plans)]);
  startAs(SCHEDULER, plane, processes, folder, 'kube-scheduler', ['--leader-elect=false', '--secure-port=0']);
  const quiet = ['--healthz-bind-address=127.0.0.1:10256', '--metrics-bind-address=127.0.0.1:10249', '--conntrack-max-per-core=0'];
  startAs(PROXY, plane, processes, folder, 'kube-proxy', [`--hostname-override=${plans[0].name}`, '--proxy-mode=iptables', ...quiet]);
  for (const node of nodes) node.join(plane);
  await plane.apply([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-system', annotations: { [NODE_SELECTOR]: `${GROUP_LABEL}=${SYSTEM}` } } },
    PROVISIONER_RIGHTS,
    storageClass('standard', true),
    ...parseAllDocuments(readFileSync(join(__dirname, 'manifests', `coredns-${version}.yaml`), 'utf8')).map((document) => document.toJS()),
  ]);
  await Provisioner.start(plane.clientOf(PROVISIONER_USER), folder);
  await whenReady(plane, plans.length);
  const ready: Ready = { kubernetes: plane.gitVersion, groups: groupsOf(nodes), kubeconfig: join(folder, 'admin.kubeconfig') };
  writeFileSync(ready.kubeconfig, kubeconfig(plane.accessOf(ADMIN)), { mode: 0o600 });
  writeFileSync(join(folder, 'ready.new'), JSON.stringify(ready));
  renameSync(join(folder, 'ready.new'), join(folder, 'ready'));
}

main(process.argv[2], process.argv[3] as ClusterVersion, Number(process.argv[4])).catch((error) => {
  console.error(`error: ${error.message}`);
  process.exit(1);
});
