import { strictEqual } from 'assert';
import { stringify } from 'yaml';
import { CoreDnsPatch, CurrentCorefile, DnsPlatform } from '../../../src';
import { Endpoints } from '../../dns/endpoints';
import { Context } from '../context';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { Prober } from '../prober';
import { Scenario } from '../scenario';

const CONFIG_MAP = '/api/v1/namespaces/kube-system/configmaps/coredns';
const PODS = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app%3Dkube-dns';
/** Seconds: the kubelet's refresh of a volume, a minute and more by default, and up to 45 s of the plugin reload. */
const RELOAD = 200;

export const coreDnsPatch: Scenario = {
  name: 'core-dns-patch',
  law: 'in a running cluster the patch takes the seconds in which a new member is not found, and a replaced one is looked for at its old address',
  disturbs: true,
  alone: 'cluster',
  run: async (context) => {
    const { metadata, data } = await context.client.get(CONFIG_MAP);
    const [, coreDnsVersion] = /:v(\d\S*)$/.exec(await imageOf(context))!;
    const current = stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: metadata.name, namespace: metadata.namespace }, data });
    const rendered = context.synth((chart) => {
      const workload = memberSet(chart, { replicas: 2, claim: false });
      return { workload, patch: new CoreDnsPatch(chart, 'dns', { platform: DnsPlatform.kubeadm({ coreDnsVersion }), current: CurrentCorefile.fromConfigMap(current) }) };
    });
    const { workload } = rendered.declared;
    const isPatch = ({ kind }: { kind: string }) => kind === 'ConfigMap';
    strictEqual(/disable success \S*core-dns-patch\S*\n\s*disable denial/.test(rendered.objects.find(isPatch)!.data.Corefile), true);
    const set = await LiveSet.start(context, { declared: workload, objects: rendered.objects.filter((object) => !isPatch(object)) });
    const endpoints = await Endpoints.start(context.client);
    context.atEnd(async () => endpoints.stop());

    const before = await seconds(context, set, endpoints);
    context.measure('a new member is not found, Corefile of kubeadm', before.newName);
    context.measure('a replaced member is looked for at its old address, Corefile of kubeadm', before.changedAddress);
    strictEqual(before.newName > 5, true, `a denial was kept for ${before.newName} s only: there is nothing to cure here`);

    const reloads = await reloadsOf(context);
    context.atEnd(() => context.client.patch(CONFIG_MAP, { data }));
    await context.apply({ objects: rendered.objects.filter(isPatch) });
    await context.until('every CoreDNS to read the patch', RELOAD, async () => (await reloadsOf(context)).every((count, at) => count > reloads[at]));
    context.step('every CoreDNS has read the patch');
    const after = await seconds(context, set, endpoints);
    context.measure('a new member is not found, patched', after.newName, 1);
    context.measure('a replaced member is looked for at its old address, patched', after.changedAddress, 1);
  },
};

/** From the endpoint in the API to the first answer with its address, for a client that keeps asking. */
async function seconds(context: Context, set: LiveSet, endpoints: Endpoints): Promise<{ newName: number; changedAddress: number }> {
  const { fqdn } = set.identity.pod(1);
  await set.scale(1);
  await set.whenComplete();
  const client = await Prober.start(context, 'member-0', `timeout 1 nslookup -type=a ${fqdn}. 2>&1 | grep -E 'NXDOMAIN|^Address: '`);
  await client.first(`${fqdn} to be denied`, 60, (text) => text.includes('NXDOMAIN'));
  const found = async () => {
    const { address } = await set.pod(1);
    const { at } = await client.settled(`${fqdn} to lead to ${address}`, 90, (text) => text.includes(`Address: ${address} `));
    return Math.max(0, at - await endpoints.when(address)) / 1000;
  };
  await set.scale(2);
  const [, second] = await set.whenComplete();
  const newName = await found();
  await set.remove(second);
  await set.whenReplaced(second);
  const changedAddress = await found();
  client.stop();
  return { newName, changedAddress };
}

/** Of CoreDNS: what can be written into a Corefile depends on its version. */
async function imageOf({ client }: Context): Promise<string> {
  const { spec } = await client.get('/apis/apps/v1/namespaces/kube-system/deployments/coredns');
  return spec.template.spec.containers[0].image;
}

/** How often each CoreDNS has read a changed Corefile. */
async function reloadsOf({ client }: Context): Promise<number[]> {
  const { items } = await client.get(PODS);
  return Promise.all(items.map(async ({ metadata }: any) => (
    (await client.get<string>(`/api/v1/namespaces/kube-system/pods/${metadata.name}/log`)).match(/Reloading complete/g)?.length ?? 0
  )));
}
