import { strictEqual } from 'assert';
import { Context } from './context';

/** The cluster's DNS servers: asked by the address of their Service, one of them answers, whichever it is. */
const SERVERS = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app%3Dkube-dns';
/** Seconds that the Corefile of kubeadm up to 1.31 keeps an answer or a denial, and more. */
const KEPT = 31;
const END = '--';

/** Waits until every DNS server of the cluster answers a pod as wanted. @returns one of the answers */
export async function everyServer(
  context: Context, pod: string, type: 'a' | 'srv', name: string, wanted: (answer: string) => boolean, what = 'as wanted', seconds = 45,
): Promise<string> {
  const { items } = await context.client.get(SERVERS);
  const servers = items.map(({ status }: any) => status.podIP);
  strictEqual(servers.length > 0, true, 'the cluster has no DNS server with the label k8s-app=kube-dns');
  const script = `for server; do nslookup -type=${type} ${name}. $server 2>&1; echo ${END}; done`;
  return context.until(`every DNS server to answer ${pod} ${what}: ${type} ${name}`, seconds, async () => {
    const answers = (await context.exec(pod, ['sh', '-c', script, 'ask', ...servers])).split(`${END}\n`).slice(0, -1);
    return answers.length === servers.length && answers.every(wanted) && answers[0];
  });
}

/** Waits until a name leads a pod to one address and to no other, whichever server is asked. */
export function leadsTo(context: Context, pod: string, name: string, address: string): Promise<string> {
  const only = (answer: string) => addresses(answer).join() === address;
  return everyServer(context, pod, 'a', name, only, `with ${address}`);
}

/** Waits until no server knows a name. */
export function isDenied(context: Context, pod: string, name: string, seconds?: number): Promise<string> {
  return everyServer(context, pod, 'a', name, (answer) => /NXDOMAIN|No answer/.test(answer), 'with a denial', seconds);
}

/** Waits until no server remembers what it said of a name: nobody may ask for it meanwhile. */
export async function whenForgotten(context: Context, name: string): Promise<void> {
  const start = performance.now();
  await context.until(`what was said of ${name} to be forgotten`, KEPT + 10, () => performance.now() - start > KEPT * 1000);
}

/** Addresses in an answer of nslookup, without that of the server that gave it. */
export function addresses(answer: string): string[] {
  return [...answer.matchAll(/^Address: (\S+)$/gm)].map(([, address]) => address);
}
