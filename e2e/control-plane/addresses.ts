/** Addresses of the benchmarking range 198.18.0.0/15: no network routes them, so a test can never meet a real host. */
export const SERVICE_CIDR = '198.19.0.0/16';
/** The address of the Service `kubernetes`: the first of the range. */
export const KUBERNETES_SERVICE = '198.19.0.1';
/** What the API server announces as its own address; nobody connects to it where there is no real node. */
export const API_SERVER = '198.18.255.1';
export const NODE = '198.18.255.2';
/** Where the cluster's DNS server is asked, as kubeadm chooses it: the tenth of the range. */
export const CLUSTER_DNS = '198.19.0.10';
/** The server for names outside of the cluster. */
export const UPSTREAM = '198.18.255.3';

const HOSTS = 254;

/**
 * The nth pod address: 198.18.0.1 … 198.18.251.254.
 *
 * @param n from 0 on
 */
export function podAddress(n: number): string {
  const [network, host] = [Math.floor(n / HOSTS), (n % HOSTS) + 1];
  if (network > 251) throw new RangeError(`there are ${252 * HOSTS} pod addresses, and none for number ${n}`);
  return `198.18.${network}.${host}`;
}
