import { isIP } from 'net';
import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { Bench } from '../bench';
import { isReady } from '../pods';
import { makeUnready } from './budgets';
import { Form } from './form';

export const ENDPOINT_FORMS: readonly Form[] = [
  { pattern: /^pod (\S+) has no hostname in the EndpointSlice of (\S+)$/, prove: noHostname },
  { pattern: /^Service (\S+) has (\d+) ready endpoints? while no pod is ready$/, prove: whileUnready },
  { pattern: /^Service (\S+) has (\d+) ready endpoints?$/, prove: (bench, name, count) => ready(bench, name, Number(count)) },
  { pattern: /^Service (\S+) has no EndpointSlice$/, prove: async (bench, name) => (await slices(bench, name)).length === 0 ? undefined : 'it has one' },
  {
    pattern: /^Service (\S+) has a virtual IP$/,
    prove: async (bench, name) => {
      const { spec } = await bench.read(bench.isolated.objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === name)!);
      return isIP(spec.clusterIP) ? undefined : `its clusterIP is ${spec.clusterIP}`;
    },
  },
  { pattern: /^the EndpointSlice of (\S+) has no port(?: (\S+))?$/, prove: noPort },
];

interface Endpoint {
  readonly hostname?: string;
  readonly conditions?: { readonly ready?: boolean; readonly serving?: boolean };
  readonly targetRef?: { readonly name?: string };
}

function endpoints(found: readonly KubernetesObject[]): Endpoint[] {
  return found.flatMap((slice) => slice.endpoints ?? []);
}

async function noHostname(bench: Bench, pod: string, service: string): Promise<string | undefined> {
  const found = endpoints(await slices(bench, service)).find(({ targetRef }) => targetRef?.name === pod);
  if (found === undefined) return `the pod is not in the EndpointSlice of ${service}`;
  return found.hostname === undefined ? undefined : `its hostname is ${found.hostname}`;
}

async function ready(bench: Bench, service: string, count: number): Promise<string | undefined> {
  const found = endpoints(await slices(bench, service)).filter(({ conditions }) => conditions?.ready !== false).length;
  return found === count ? undefined : `it has ${found}`;
}

async function whileUnready(bench: Bench, service: string, count: string): Promise<string | undefined> {
  for (const pod of bench.all('Pod').filter(isReady)) await makeUnready(bench, pod.metadata.name);
  return ready(bench, service, Number(count));
}

async function noPort(bench: Bench, service: string, port: string | undefined): Promise<string | undefined> {
  const found = await slices(bench, service);
  if (endpoints(found).length === 0) return 'it has no endpoints';
  const ports = found.flatMap((slice) => slice.ports ?? []).filter(({ name }: { name?: string }) => port === undefined || name === port);
  return ports.length === 0 ? undefined : `it has ${JSON.stringify(ports)}`;
}

/**
 * The slices of a Service, as of now: a Service of our own that publishes each of the pods is made after all that
 * happened, and its slices show the controller's view to have come so far. Then the Service itself is done once more.
 */
async function slices(bench: Bench, service: string): Promise<KubernetesObject[]> {
  const owner = bench.isolated.objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === service);
  const namespace = owner?.metadata.namespace ?? bench.namespace;
  const of = (name: string) => bench.cluster.all('EndpointSlice', namespace).filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name);
  for (const pod of bench.cluster.all('Pod', namespace)) await fence(bench, namespace, pod, of);
  if (owner && Object.keys(owner.spec.selector ?? {}).length > 0 && owner.spec.type !== 'ExternalName') await doneAgain(bench, owner, () => of(service));
  return of(service);
}

/** The slices of a Service carry its labels, so a new one shows that they were written anew. */
async function doneAgain(bench: Bench, owner: KubernetesObject, found: () => KubernetesObject[]): Promise<void> {
  const again = bench.fenceName();
  await bench.client.patch(await bench.client.pathOf(owner), { metadata: { labels: { again } } });
  // Ready says what the Service publishes; serving, what the pod is.
  const knows = ({ targetRef, conditions }: Endpoint) => {
    const pod = bench.cluster.one('Pod', owner.metadata.namespace!, targetRef?.name ?? '');
    return pod === undefined || conditions?.serving === isReady(pod);
  };
  await bench.until(`the EndpointSlice of ${owner.metadata.name} to be written once more`, () =>
    found().length > 0 && found().every(({ metadata }) => metadata.labels?.again === again) && endpoints(found()).every(knows));
}

async function fence(bench: Bench, namespace: string, pod: KubernetesObject, of: (name: string) => KubernetesObject[]): Promise<void> {
  const label = Object.entries<string>(pod.metadata.labels ?? {})[0];
  if (!label) return;
  const name = bench.fenceName();
  const spec = { clusterIP: 'None', publishNotReadyAddresses: true, selector: { [label[0]]: label[1] }, ports: [{ port: 1 }] };
  await bench.client.create({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec });
  await bench.until(`the endpoint of ${pod.metadata.name}`, () => endpoints(of(name)).some(({ targetRef }) => targetRef?.name === pod.metadata.name));
}
