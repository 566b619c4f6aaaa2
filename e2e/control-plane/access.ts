import { generateKeyPairSync, randomBytes } from 'crypto';

/** Who talks to the API server, as in a cluster of kubeadm. */
export interface User {
  readonly name: string;
  readonly groups: readonly string[];
}

export const ADMIN: User = { name: 'kubernetes-admin', groups: ['system:masters'] };
export const CONTROLLER_MANAGER: User = { name: 'system:kube-controller-manager', groups: [] };
export const SCHEDULER: User = { name: 'system:kube-scheduler', groups: [] };
export const PROXY: User = { name: 'system:kube-proxy', groups: [] };

/** The kubelet of a node: it may write what belongs to this node, and nothing else. */
export function kubelet(node: string): User {
  return { name: `system:node:${node}`, groups: ['system:nodes'] };
}

/** The tokens of a run: random, and of no use after it. */
export class Tokens {
  private readonly tokens = new Map<string, string>();

  /** @param users those that the API server is told of when it starts */
  public constructor(private readonly users: readonly User[]) {
    for (const { name } of users) this.tokens.set(name, randomBytes(24).toString('hex'));
  }

  public of(user: User): string {
    const token = this.tokens.get(user.name);
    if (token === undefined) throw new Error(`${user.name} has no token: name the user when the control plane is started`);
    return token;
  }

  /** The file for kube-apiserver's --token-auth-file. */
  public get csv(): string {
    return this.users.map((user) => `${this.of(user)},${user.name},${user.name},"${user.groups.join(',')}"\n`).join('');
  }
}

/** What a program needs to reach the API server. */
export interface Access {
  readonly server: string;
  /** PEM of the authority that signed the server's certificate. */
  readonly ca: string;
  readonly token: string;
}

/** A kubeconfig with one context, `local`. JSON is YAML. */
export function kubeconfig({ server, ca, token }: Access): string {
  return JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'clusters': [{ name: 'local', cluster: { server, 'certificate-authority-data': Buffer.from(ca).toString('base64') } }],
    'users': [{ name: 'local', user: { token } }],
    'contexts': [{ name: 'local', context: { cluster: 'local', user: 'local' } }],
    'current-context': 'local',
  }, undefined, 2);
}

/** The key with which tokens of ServiceAccounts are signed. */
export function signingKey(): { readonly privateKey: string; readonly publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
