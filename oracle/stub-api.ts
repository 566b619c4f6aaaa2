import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';

/** A version that serves everything for which these versions of CoreDNS ask. */
const VERSION = { major: '1', minor: '21', gitVersion: 'v1.21.14' };
const KINDS: Readonly<Record<string, string>> = {
  services: 'Service', endpoints: 'Endpoints', endpointslices: 'EndpointSlice', namespaces: 'Namespace', pods: 'Pod',
};

function versionOf(path: string): string {
  return /^\/apis?\/(.+)\/[^/]+$/.exec(path)![1];
}

function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, 'http://stub');
  const kind = KINDS[pathname.split('/').pop()!];
  const body = kind && { kind, apiVersion: versionOf(pathname), metadata: { resourceVersion: '1' } };
  response.setHeader('content-type', 'application/json');
  if (pathname === '/version') {
    response.end(JSON.stringify(VERSION));
  } else if (!body) {
    response.writeHead(404).end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 }));
  } else if (!searchParams.has('watch')) {
    response.end(JSON.stringify({ ...body, kind: `${kind}List`, items: [] }));
  } else {
    // A watch stays open. Newer clients list by watching, up to this bookmark.
    response.flushHeaders();
    if (!searchParams.has('sendInitialEvents')) return;
    const metadata = { resourceVersion: '1', annotations: { 'k8s.io/initial-events-end': 'true' } };
    response.write(`${JSON.stringify({ type: 'BOOKMARK', object: { ...body, metadata } })}\n`);
  }
}

/** An API server with nothing in it, for the kubernetes plugin to start with. */
export class StubApi {
  public static start(): Promise<StubApi> {
    return new Promise((resolve, reject) => {
      const server = createServer(answer).on('error', reject);
      server.listen(0, '127.0.0.1', () => resolve(new StubApi(server)));
    });
  }

  private constructor(private readonly server: Server) {}

  public get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  public get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  public close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
