import * as http from 'http';
import { IncomingMessage } from 'http';
import * as https from 'https';
import { Access } from './access';
import { ApiError } from './api-error';
import { KubernetesObject, ResourcePaths } from './resource-paths';

const FIELD_MANAGER = 'cdk8s-stateful-e2e';
const LIMIT = 30_000;

export interface WriteOptions {
  /** Judge, and store nothing (`dryRun=All`). */
  readonly dryRun?: boolean;
  /** Refuse fields that are unknown or written twice, in `create`; the server drops them and warns otherwise. */
  readonly strict?: boolean;
  /** Told of every warning that comes with the answer. */
  readonly warned?: (warning: string) => void;
  /**
   * Whose fields they become.
   *
   * @default - this runner's
   */
  readonly fieldManager?: string;
  /**
   * Take over the fields of others (`--force-conflicts`), in `apply`.
   *
   * @default true
   */
  readonly force?: boolean;
}

const MERGE = 'application/merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

/**
 * A client of the API server.
 *
 * A small one of our own: @kubernetes/client-node 2.0.1 loads undici 8, which does not load on Node 20 (its `engines`
 * ask for 22.19), and Node's own fetch takes no certificate authority. Its line 1.x names no `engines` and uses node-fetch; it
 * was looked up and not tried: 2.x is what is kept up, and all that is needed of it here are the calls below.
 */
export class ApiClient {
  private readonly agent: http.Agent;
  private closed = false;
  private readonly paths = new ResourcePaths((path) => this.get(path));

  public constructor(private readonly access: Access) {
    this.agent = this.isPlain ? new http.Agent({ keepAlive: true }) : new https.Agent({ ca: access.ca, keepAlive: true });
  }

  public get<T = any>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  public async create<T extends KubernetesObject>(object: T, { dryRun, strict, warned, fieldManager = FIELD_MANAGER }: WriteOptions = {}): Promise<T> {
    return this.call('POST', `${await this.paths.collection(object)}${query(fieldManager, dryRun)}${strict ? '&fieldValidation=Strict' : ''}`, object, undefined, warned);
  }

  /** Where an object is, as the path of a URL. */
  public pathOf(object: KubernetesObject): Promise<string> {
    return this.paths.one(object);
  }

  /** Server-side apply, object by object, in their order. */
  public async apply(objects: readonly KubernetesObject[], options: WriteOptions = {}): Promise<KubernetesObject[]> {
    const { dryRun, fieldManager = FIELD_MANAGER, force = true } = options;
    const applied: KubernetesObject[] = [];
    for (const object of objects) {
      const path = `${await this.paths.one(object)}${query(fieldManager, dryRun)}&force=${force}`;
      applied.push(await this.call('PATCH', path, object, APPLY));
    }
    return applied;
  }

  public async post<T = any>(path: string, body: object): Promise<T> {
    return this.call('POST', path, body);
  }

  /** JSON merge patch. */
  public patch<T = any>(path: string, body: object): Promise<T> {
    return this.call('PATCH', path, body, MERGE);
  }

  public delete(path: string, options: object = {}): Promise<unknown> {
    return this.call('DELETE', path, { apiVersion: 'v1', kind: 'DeleteOptions', ...options });
  }

  /** The raw answer of a GET that does not end by itself. */
  public open(path: string): Promise<IncomingMessage> {
    return this.send('GET', path);
  }

  /** Closes every connection, open answers included; what follows something by this client ends too. */
  public close(): void {
    this.closed = true;
    this.agent.destroy();
  }

  /** Whether it asks nothing any more. */
  public get isClosed(): boolean {
    return this.closed;
  }

  /** `kubectl proxy` speaks HTTP, and says itself who asks. */
  private get isPlain(): boolean {
    return this.access.server.startsWith('http:');
  }

  private async call<T>(method: string, path: string, body?: object, contentType = 'application/json', warned?: (warning: string) => void): Promise<T> {
    const answer = await this.send(method, path, body, contentType);
    const text = await bodyOf(answer, `${method} ${path}`);
    for (const warning of warningsOf(answer.headers.warning)) warned?.(warning);
    if (answer.statusCode! >= 300) throw new ApiError(`${method} ${path}`, answer.statusCode!, text);
    return (/json/.test(answer.headers['content-type'] ?? '') ? JSON.parse(text) : text) as T;
  }

  private send(method: string, path: string, body?: object, contentType?: string): Promise<IncomingMessage> {
    const { server, token } = this.access;
    if (this.closed) return Promise.reject(new Error(`${method} ${path}: this client is closed`));
    return new Promise((resolve, reject) => {
      const text = body && JSON.stringify(body);
      // Node leaves the length out for DELETE, and the server takes the body for the next request.
      const headers = {
        ...(token && { Authorization: `Bearer ${token}` }),
        Accept: 'application/json',
        ...(text && { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(text) }),
      };
      const sent = (this.isPlain ? http : https).request(new URL(path, server), { method, headers, agent: this.agent }, (answer) => {
        sent.setTimeout(0);
        resolve(answer);
      });
      sent.setTimeout(LIMIT, () => sent.destroy(new Error(`${method} ${path} has no answer after ${LIMIT / 1000} s`)));
      sent.once('error', reject);
      sent.end(text);
    });
  }
}

/** @throws if it does not end in time: the server may have gone in the middle of it */
async function bodyOf(answer: IncomingMessage, what: string): Promise<string> {
  const late = setTimeout(() => answer.destroy(new Error(`${what}: the answer has not ended after ${LIMIT / 1000} s`)), LIMIT);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    clearTimeout(late);
  }
}

function query(fieldManager: string, dryRun: boolean | undefined): string {
  return `?fieldManager=${encodeURIComponent(fieldManager)}${dryRun ? '&dryRun=All' : ''}`;
}

/** The texts of a Warning header: `299 - "text", 299 - "text"`. */
export function warningsOf(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/\b299 \S+ ("(?:[^"\\]|\\.)*")/g)].map(([, quoted]) => quoted.slice(1, -1).replace(/\\(.)/g, '$1'));
}
