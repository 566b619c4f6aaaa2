import { stringify } from 'yaml';
import { Context, Rendered } from './context';
import { CoreDnsPatch, CoreDnsPatchProps, CurrentCorefile, DnsPlatform } from '../../src';
import { KubernetesObject } from '../control-plane/resource-paths';

const CONFIG_MAP = '/api/v1/namespaces/kube-system/configmaps/coredns';
const DEPLOYMENT = '/apis/apps/v1/namespaces/kube-system/deployments/coredns';
const PODS = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app%3Dkube-dns';
/** Seconds: the kubelet's refresh of a volume, a minute and more by default, and up to 45 s of the plugin reload. */
const RELOAD = 200;

/** What is asked about the cluster's DNS: its text, and the version that decides what can be written. */
export async function dnsOf(context: Context): Promise<Pick<CoreDnsPatchProps, 'platform' | 'current'>> {
  const { metadata: { name, namespace }, data } = await context.client.get(CONFIG_MAP);
  const { spec: { template } } = await context.client.get(DEPLOYMENT);
  const [, coreDnsVersion] = /:v(\d\S*)$/.exec(template.spec.containers[0].image)!;
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

/**
 * Where the Corefile keeps nothing of the cluster's names, as kubeadm writes it from 1.32 on, the one of kubeadm up to
 * 1.31 instead, until the end of the scenario.
 */
export async function keepAnswers(context: Context): Promise<void> {
  const { data: { Corefile } } = await context.client.get(CONFIG_MAP);
  const older = Corefile.replace(/^(\s*cache 30) \{(\s*disable (success|denial) cluster\.local)+\s*\}$/m, '$1');
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
  return (await reloads(context)).every((count, at) => count > before[at]);
}

/** How often each CoreDNS has read a changed Corefile. */
async function reloads({ client }: Context): Promise<number[]> {
  const { items } = await client.get(PODS);
  return Promise.all(items.map(async ({ metadata: { name } }: KubernetesObject) => (
    (await client.get<string>(`/api/v1/namespaces/kube-system/pods/${name}/log`)).match(/Reloading complete/g)?.length ?? 0
  )));
}
