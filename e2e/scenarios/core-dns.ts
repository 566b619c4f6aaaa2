import { stringify } from 'yaml';
import { Context, Rendered } from './context';
import { CoreDnsPatch, CoreDnsPatchProps, CurrentCorefile, DnsPlatform } from '../../src';
import { ApiClient } from '../control-plane/api-client';
import { isGone } from '../control-plane/api-error';
import { KubernetesObject } from '../control-plane/resource-paths';

const CONFIG_MAP = '/api/v1/namespaces/kube-system/configmaps/coredns';
const DEPLOYMENT = '/apis/apps/v1/namespaces/kube-system/deployments/coredns';
const PODS = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app%3Dkube-dns';
/** Seconds: the kubelet's refresh of a volume, a minute and more by default, and up to 45 s of the plugin reload. */
const RELOAD = 200;

/** The version that an image of CoreDNS has in its name as kubeadm writes it; undefined if it has none. */
export function coreDnsVersionIn(image: string): string | undefined {
  return /:v(\d+\.\d+\.\d+)(@\S+)?$/.exec(image)?.[1];
}

/** What is asked about the cluster's DNS: its text, and the version that decides what can be written. */
export async function dnsOf(context: Context): Promise<Pick<CoreDnsPatchProps, 'platform' | 'current'>> {
  const { metadata: { name, namespace }, data } = await context.client.get(CONFIG_MAP);
  const { spec: { template } } = await context.client.get(DEPLOYMENT);
  const { image } = template.spec.containers[0];
  const coreDnsVersion = coreDnsVersionIn(image);
  if (coreDnsVersion === undefined) throw new Error(`the image ${image} does not say which CoreDNS it is`);
  return {
    platform: DnsPlatform.kubeadm({ coreDnsVersion }),
    current: CurrentCorefile.fromConfigMap(stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data })),
  };
}

/** What this library changes in the Corefile of the cluster for one headless Service of the scenario. */
export async function dnsPatchFor(context: Context, service: string): Promise<Rendered<CoreDnsPatch>> {
  const dns = await dnsOf(context);
  return context.synth((chart) => new CoreDnsPatch(chart, 'coredns', { ...dns, services: [`${service}.${context.namespace}`] }));
}

/** Applies a patched ConfigMap, waits until every CoreDNS has read it, and takes it back at the end of the scenario. */
export async function patchCoreDns(context: Context, { objects }: Pick<Rendered<unknown>, 'objects'>): Promise<void> {
  await change(context, 'the patch', () => context.apply({ objects }));
}

/** A Corefile as kubeadm wrote it up to 1.31; itself if it is one. */
export function olderCorefile(corefile: string): string {
  return corefile.replace(/^(\s*cache 30) \{(\s*disable (success|denial) cluster\.local)+\s*\}$/m, '$1');
}

/** Whether scenarios that measure older Corefiles change what all pods of the cluster see, and not their own Service alone. */
export async function keepsNothing(client: ApiClient): Promise<boolean> {
  const { data: { Corefile } } = await client.get(CONFIG_MAP);
  return olderCorefile(Corefile) !== Corefile;
}

/** Why nobody can change the cluster's DNS as these scenarios do; undefined if that can be done. */
export async function whyNoDnsChange(client: ApiClient): Promise<string | undefined> {
  const [map, deployment] = await Promise.all([CONFIG_MAP, DEPLOYMENT].map((path) => client.get(path).catch((error) => {
    if (isGone(error)) return undefined;
    throw error;
  })));
  if (map?.data?.Corefile === undefined) return "the cluster's DNS is not kubeadm's: there is no ConfigMap coredns with a Corefile in kube-system";
  if (!deployment) return "the cluster's DNS is not kubeadm's: there is no Deployment coredns in kube-system";
  const { image } = deployment.spec.template.spec.containers[0];
  return coreDnsVersionIn(image) === undefined ? `the cluster's DNS is not kubeadm's: the image ${image} does not say which CoreDNS it is` : undefined;
}

/**
 * Where the Corefile keeps nothing of the cluster's names, as kubeadm writes it from 1.32 on, the one of kubeadm up to
 * 1.31 instead, until the end of the scenario.
 */
export async function keepAnswers(context: Context): Promise<void> {
  const { data: { Corefile } } = await context.client.get(CONFIG_MAP);
  const older = olderCorefile(Corefile);
  if (older === Corefile) return;
  await change(context, 'the Corefile of kubeadm up to 1.31', () => context.client.patch(CONFIG_MAP, { data: { Corefile: older } }));
}

/** Those whose end brings the text back that was there at first. */
const changed = new WeakSet<Context>();

async function change(context: Context, what: string, step: () => Promise<unknown>): Promise<void> {
  const { data } = await context.client.get(CONFIG_MAP);
  const before = await reloads(context);
  if (!changed.has(context)) context.atEnd(() => takeBack(context, data));
  changed.add(context);
  await step();
  await context.until(`every CoreDNS to read ${what}`, RELOAD, () => allReloaded(context, before));
  context.step(`every CoreDNS has read ${what}`);
}

async function takeBack(context: Context, data: object): Promise<void> {
  const before = await reloads(context);
  await context.client.patch(CONFIG_MAP, { data });
  // What comes next may measure the text that was there before.
  await context.until('every CoreDNS to read its own text again', RELOAD, () => allReloaded(context, before));
}

async function allReloaded(context: Context, before: readonly number[]): Promise<boolean> {
  const now = await reloads(context);
  return now.length > 0 && now.every((count, at) => count > (before[at] ?? 0));
}

/** How often each CoreDNS has read a changed Corefile. */
async function reloads({ client }: Context): Promise<number[]> {
  const { items } = await client.get(PODS);
  return Promise.all(items.map(async ({ metadata: { name } }: KubernetesObject) => (
    (await client.get<string>(`/api/v1/namespaces/kube-system/pods/${name}/log`)).match(/Reloading complete/g)?.length ?? 0
  )));
}
