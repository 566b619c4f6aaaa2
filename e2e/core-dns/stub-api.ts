import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';

const NAMESPACE = 'prod';
const SERVICE = 'db';
/** A version that serves everything for which these versions of CoreDNS ask. */
const VERSION = { major: '1', minor: '21', gitVersion: 'v1.21.14' };
const KINDS: Readonly<Record<string, string>> = {
  services: 'Service', endpoints: 'Endpoints', endpointslices: 'EndpointSlice', namespaces: 'Namespace', pods: 'Pod',
};
/** Names that come with every change: a name that nobody asked for yet tells that the change has arrived. */
const MARKERS = 500;

interface Asked {
  readonly kind: string;
  readonly apiVersion: string;
}

/** An API server with one headless Service `prod/db`, whose pods come and go at a word, for the kubernetes plugin of CoreDNS. */
export class StubApi {
  public static start(): Promise<StubApi> {
    return new Promise((resolve, reject) => {
      const server = createServer();
      server.on('error', reject).listen(0, '127.0.0.1', () => resolve(new StubApi(server)));
    });
  }

  private pods: readonly string[] = [];
  private version = 1;
  private readonly watches = new Set<ServerResponse>();

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => this.answer(request, response));
  }

  public get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  public get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The n-th name of the Service that resolves after the change it came with, and not before. */
  public marker(n: number): string {
    return `m${this.version}-${n % MARKERS}`;
  }

  /** Lets these pods of the Service be there, and no others. */
  public publish(pods: readonly string[]): void {
    this.pods = pods;
    this.version++;
    for (const watch of this.watches) watch.write(`${JSON.stringify({ type: 'MODIFIED', object: this.slice() })}\n`);
  }

  public stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, 'http://api');
    const kind = KINDS[pathname.split('/').pop()!];
    response.setHeader('content-type', 'application/json');
    if (pathname === '/version') {
      response.end(JSON.stringify(VERSION));
    } else if (!kind) {
      response.writeHead(404).end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 }));
    } else {
      const asked = { kind, apiVersion: /^\/apis?\/(.+)\/[^/]+$/.exec(pathname)![1] };
      if (searchParams.has('watch')) this.watch(asked, searchParams.has('sendInitialEvents'), response);
      else response.end(JSON.stringify({ kind: `${kind}List`, apiVersion: asked.apiVersion, metadata: this.now(), items: this.items(kind) }));
    }
  }

  /** A watch stays open. Newer clients list by watching, up to a bookmark. */
  private watch({ kind, apiVersion }: Asked, lists: boolean, response: ServerResponse): void {
    response.flushHeaders();
    if (lists) {
      const metadata = { ...this.now(), annotations: { 'k8s.io/initial-events-end': 'true' } };
      const events = this.items(kind).map((item) => ({ type: 'ADDED', object: { kind, apiVersion, ...item } }));
      for (const event of [...events, { type: 'BOOKMARK', object: { kind, apiVersion, metadata } }]) response.write(`${JSON.stringify(event)}\n`);
    }
    if (kind !== 'EndpointSlice') return;
    this.watches.add(response);
    response.on('close', () => this.watches.delete(response));
  }

  private now() {
    return { resourceVersion: `${this.version}` };
  }

  private items(kind: string): object[] {
    switch (kind) {
      case 'Service': return [this.service()];
      case 'EndpointSlice': return [this.slice()];
      case 'Namespace': return [{ metadata: { name: NAMESPACE, ...this.now() } }];
      default: return [];
    }
  }

  private service() {
    return { metadata: { name: SERVICE, namespace: NAMESPACE, resourceVersion: '1' }, spec: { type: 'ClusterIP', clusterIP: 'None', clusterIPs: ['None'], ports: [{ port: 80 }] } };
  }

  private slice() {
    const names = [...this.pods, ...Array.from({ length: MARKERS }, (_, i) => this.marker(i))];
    return {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: `${SERVICE}-1`, namespace: NAMESPACE, labels: { 'kubernetes.io/service-name': SERVICE }, ...this.now() },
      addressType: 'IPv4',
      ports: [{ name: 'a', port: 80, protocol: 'TCP' }],
      endpoints: names.map((hostname, i) => ({ hostname, addresses: [`10.0.${i >> 8}.${i & 255}`], conditions: { ready: true } })),
    };
  }
}
