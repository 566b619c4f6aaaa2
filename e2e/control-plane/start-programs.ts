import { readFileSync, writeFileSync } from 'fs';
import { Access, ADMIN, kubeconfig, signingKey, Tokens } from './access';
import { API_SERVER, SERVICE_CIDR } from './addresses';
import { ApiClient } from './api-client';
import { freePort } from '../process/ports';
import { PrivateFolder } from '../process/private-folder';
import { Processes, RunningProcess } from '../process/processes';
import { Ended, waitFor } from '../process/wait';

/** Seconds after which a program that is not ready is given up, on a machine that is busy with other things. */
const LIMIT = 90;

/** Waits for a program that was started; its end, or the limit, is an error with the end of its log. */
export function until<T>(program: RunningProcess, what: string, probe: () => Promise<T>): Promise<T> {
  return waitFor(what, LIMIT, () => { program.check(); return probe(); }, 100).catch((error) => {
    throw error instanceof Ended ? error : new Error(`${(error as Error).message}\nthe end of the log of ${program.name}:\n${program.lastLines}`);
  });
}

/** @returns the URL for clients */
export async function startEtcd(program: string, folder: PrivateFolder, processes: Processes): Promise<string> {
  const [client, peer] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  const etcd = processes.start('etcd', program, [
    `--data-dir=${folder.file('etcd')}`,
    `--listen-client-urls=${client}`, `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`, `--initial-advertise-peer-urls=${peer}`, `--initial-cluster=default=${peer}`,
    // The data lives as long as this run.
    '--unsafe-no-fsync',
  ]);
  await until(etcd, 'etcd to be healthy', async () => (await (await fetch(`${client}/health`)).json() as { health: string }).health === 'true');
  return client;
}

/** A kube-apiserver that is ready. */
export interface StartedServer {
  readonly url: string;
  /** PEM of the authority that signed its certificate. */
  readonly ca: string;
  readonly gitVersion: string;
}

/**
 * Starts kube-apiserver, and waits until it is ready.
 *
 * @param forNodes it listens at every address, `API_SERVER` among them, which nodes and pods connect to
 */
export async function startApiServer(
  program: string, etcd: string, tokens: Tokens, folder: PrivateFolder, processes: Processes, forNodes: boolean,
): Promise<StartedServer> {
  const port = await freePort();
  const { privateKey, publicKey } = signingKey();
  writeFileSync(folder.file('tokens.csv'), tokens.csv, { mode: 0o600 });
  writeFileSync(folder.file('sa.key'), privateKey, { mode: 0o600 });
  writeFileSync(folder.file('sa.pub'), publicKey);
  const server = processes.start('kube-apiserver', program, [
    `--etcd-servers=${etcd}`,
    `--bind-address=${forNodes ? '0.0.0.0' : '127.0.0.1'}`, `--secure-port=${port}`, `--advertise-address=${API_SERVER}`,
    // It signs a certificate of its own here.
    `--cert-dir=${folder.file('apiserver')}`,
    `--token-auth-file=${folder.file('tokens.csv')}`,
    '--authorization-mode=Node,RBAC', `--enable-admission-plugins=NodeRestriction${forNodes ? ',PodNodeSelector' : ''}`,
    '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
    `--service-account-key-file=${folder.file('sa.pub')}`, `--service-account-signing-key-file=${folder.file('sa.key')}`,
    `--service-cluster-ip-range=${SERVICE_CIDR}`,
    '--kubelet-preferred-address-types=InternalIP',
    '--allow-privileged=true', '--profiling=false',
  ]);
  const url = `https://${forNodes ? API_SERVER : '127.0.0.1'}:${port}`;
  const ca = await until(server, 'the certificate of kube-apiserver', async () => {
    // The key is written after the certificate: with it, both are whole.
    readFileSync(folder.file('apiserver', 'apiserver.key'));
    return readFileSync(folder.file('apiserver', 'apiserver.crt'), 'utf8');
  });
  writeFileSync(folder.file('ca.crt'), ca);
  const client = new ApiClient({ server: url, ca, token: tokens.of(ADMIN) });
  await until(server, 'kube-apiserver to be ready', () => client.get('/readyz'));
  const { gitVersion } = await client.get('/version');
  client.close();
  return { url, ca, gitVersion };
}

/** Starts kube-controller-manager, and waits until a pod could be created. */
export async function startControllers(
  program: string, access: Access, admin: ApiClient, folder: PrivateFolder, processes: Processes, flags: readonly string[] = [],
): Promise<RunningProcess> {
  const config = folder.file('controller-manager.kubeconfig');
  writeFileSync(config, kubeconfig(access), { mode: 0o600 });
  const manager = processes.start('kube-controller-manager', program, [
    `--kubeconfig=${config}`,
    '--leader-elect=false',
    '--use-service-account-credentials=true',
    `--service-account-private-key-file=${folder.file('sa.key')}`,
    `--root-ca-file=${folder.file('ca.crt')}`,
    // Nobody asks it anything.
    '--secure-port=0',
    ...flags,
  ]);
  // A pod is refused until its namespace has this account, which a controller makes.
  await until(manager, 'the ServiceAccount default of the namespace default', () => admin.get('/api/v1/namespaces/default/serviceaccounts/default'));
  return manager;
}
