import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'http';
import { AddressInfo } from 'net';

const NAMESPACE = 'prod';
const SERVICE = 'db';
const KINDS: Readonly<Record<string, string>> = { services: 'Service', endpointslices: 'EndpointSlice', namespaces: 'Namespace' };
/** Names that come with every change: a name that nobody asked for yet tells that the change has arrived. */
const MARKERS = 500;

/** An API server with one headless Service `prod/db`, whose pods come and go at a word. */
export class PodApi {
  public static start(): Promise<PodApi> {
    return new Promise((resolve, reject) => {
      const server = createServer();
      server.on('error', reject).listen(0, '127.0.0.1', () => resolve(new PodApi(server)));
    });
  }

  private pods: readonly string[] = [];
  private version = 1;
  private readonly watches = new Set<ServerResponse>();

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => this.answer(request, response));
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
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
    const resource = pathname.split('/').pop()!;
    const apiVersion = pathname.startsWith('/apis/') ? pathname.split('/').slice(2, 4).join('/') : 'v1';
    const kind = KINDS[resource];
    response.setHeader('content-type', 'application/json');
    if (!kind || searchParams.has('sendInitialEvents')) {
      // A client that may not list by watching lists.
      response.writeHead(kind ? 400 : 404).end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code: kind ? 400 : 404, reason: kind ? 'BadRequest' : 'NotFound' }));
    } else if (searchParams.has('watch')) {
      response.flushHeaders();
      if (kind !== 'EndpointSlice') return;
      this.watches.add(response);
      response.on('close', () => this.watches.delete(response));
    } else {
      const items = { Service: () => [this.service()], EndpointSlice: () => [this.slice()], Namespace: () => [{ metadata: { name: NAMESPACE } }] }[kind]!();
      response.end(JSON.stringify({ kind: `${kind}List`, apiVersion, metadata: { resourceVersion: `${this.version}` }, items }));
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
      metadata: { name: `${SERVICE}-1`, namespace: NAMESPACE, labels: { 'kubernetes.io/service-name': SERVICE }, resourceVersion: `${this.version}` },
      addressType: 'IPv4',
      ports: [{ name: 'a', port: 80, protocol: 'TCP' }],
      endpoints: names.map((hostname, i) => ({ hostname, addresses: [`10.0.${i >> 8}.${i & 255}`], conditions: { ready: true } })),
    };
  }
}
