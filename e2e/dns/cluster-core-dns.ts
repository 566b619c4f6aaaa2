import { join } from 'path';
import { CoreDnsVersion } from '../build/programs';
import { Access, kubeconfig } from '../control-plane/access';
import { CoreDns, Host } from '../core-dns/core-dns';
import { localCorefile } from '../core-dns/local-corefile';
import { ServerText } from '../core-dns/server-text';
import { freePort } from '../process/ports';
import { Ended, waitFor } from '../process/wait';

export interface ClusterCoreDnsOptions extends ServerText {
  readonly version: CoreDnsVersion;
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

/** Starts CoreDNS with the Corefile of a cluster and the access to its API server; it serves, or it has ended. */
export async function launchInCluster(access: Access, host: Host, options: ClusterCoreDnsOptions): Promise<CoreDns> {
  const { version, corefile, custom = {}, upstream, clusterDns } = options;
  const folder = CoreDns.folder(host, version);
  const places = {
    port: await freePort(),
    health: await freePort(),
    ready: await freePort(),
    metrics: await freePort(),
    api: `kubeconfig ${join(folder, 'kubeconfig')} local`,
    folder,
    upstream,
    clusterDns,
  };
  const files = {
    kubeconfig: kubeconfig(access),
    Corefile: localCorefile(corefile, places),
    ...Object.fromEntries(Object.entries(custom).map(([file, text]) => [`custom/${file}`, localCorefile(text, places)])),
  };
  return CoreDns.start(host, folder, { version, files, port: places.port });
}

/** The same, until it knows the names of the cluster. */
export async function startInCluster(access: Access, host: Host, options: ClusterCoreDnsOptions): Promise<CoreDns> {
  const dns = await launchInCluster(access, host, options);
  try {
    await waitFor(`CoreDNS ${options.version} to know ${ALWAYS}`, LIMIT, async () => {
      if (dns.ended) throw dns.ended;
      return (await dns.resolver.ask(ALWAYS)).rcode === 'NOERROR';
    }, 100);
    return dns;
  } catch (error) {
    await dns.stop();
    throw error instanceof Ended ? error : new Error(`${(error as Error).message}\nthe end of its log:\n${dns.lastLines}`);
  }
}
