import { strictEqual } from 'assert';
import { Chart } from 'cdk8s';
import { CoreDnsPatch, StatefulWorkload } from '../../../src';
import { Endpoints } from '../../dns/endpoints';
import { Context, Rendered } from '../context';
import { dnsOf, keepAnswers, patchCoreDns } from '../core-dns';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { Prober } from '../prober';
import { Scenario } from '../scenario';

/** Seconds: far more than the patched Corefile is allowed, and less than what is left of thirty when the next pod runs. */
const KEPT = 10;

export const coreDnsPatch: Scenario = {
  name: 'core-dns-patch',
  law: 'in a running cluster the patch takes the seconds in which a new member is not found, and a replaced one is looked for at its old address',
  disturbs: true,
  alone: 'cluster',
  changesDns: true,
  run: async (context) => {
    const set = await LiveSet.start(context, context.synth(members));
    const endpoints = await Endpoints.start(context.client);
    context.atEnd(async () => endpoints.stop());
    if (!(await patch(context)).declared.isNeeded) {
      await measured(context, set, endpoints, 'Corefile as installed, which needs no patch', 1);
      await keepAnswers(context);
    }
    const { newName, changedAddress } = await measured(context, set, endpoints, 'Corefile of kubeadm up to 1.31');
    strictEqual(newName > KEPT, true, `a denial was kept for ${newName} s only: there is nothing to cure here`);
    strictEqual(changedAddress > KEPT, true, `an old address was kept for ${changedAddress} s only: there is nothing to cure here`);

    const rendered = await patch(context);
    strictEqual(/disable success \S*core-dns-patch\S*\n\s*disable denial/.test(rendered.objects[0].data.Corefile), true);
    await patchCoreDns(context, rendered);
    await measured(context, set, endpoints, 'patched', 1);
  },
};

function members(chart: Chart): StatefulWorkload {
  return memberSet(chart, { replicas: 2, claim: false });
}

/** What the construct renders beside the workload, whose Service it finds by itself. */
async function patch(context: Context): Promise<Rendered<CoreDnsPatch>> {
  const dns = await dnsOf(context);
  const { declared, objects } = context.synth((chart) => {
    members(chart);
    return new CoreDnsPatch(chart, 'dns', dns);
  });
  return { declared, objects: objects.filter(({ kind }) => kind === 'ConfigMap') };
}

async function measured(context: Context, set: LiveSet, endpoints: Endpoints, corefile: string, most?: number): Promise<Seconds> {
  const found = await seconds(context, set, endpoints);
  context.measure(`a new member is not found, ${corefile}`, found.newName, most);
  context.measure(`a replaced member is looked for at its old address, ${corefile}`, found.changedAddress, most);
  return found;
}

interface Seconds {
  readonly newName: number;
  readonly changedAddress: number;
}

/** From the endpoint in the API to the first answer with its address, for a client that keeps asking. */
async function seconds(context: Context, set: LiveSet, endpoints: Endpoints): Promise<Seconds> {
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
