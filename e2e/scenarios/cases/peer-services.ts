import { strictEqual } from 'assert';
import * as kplus from 'cdk8s-plus-28';
import { Endpoints } from '../../dns/endpoints';
import { LiveSet } from '../live-set';
import { memberSet, PORT } from '../member-set';
import { Attempt, Prober } from '../prober';
import { Scenario } from '../scenario';

/**
 * Seconds: kube-proxy collects changes for one (`iptables.minSyncPeriod`, kubernetes v1.28.15
 * pkg/proxy/apis/config/v1alpha1/defaults.go), and a machine that is busy with other things needs some for the rest.
 */
const FIRST_CONTACT = 2;

/** Seconds since 1970, by the clock of the pod. */
const NOW = "ts '%.s'";

/** Says its name, who it is this time, and since when it listens. */
const TELLS_ITS_LIFE = `trap 'exit 0' TERM
cd /tmp && httpd -p ${PORT}
echo "$POD_NAME $(cat /proc/sys/kernel/random/uuid) $(echo | ${NOW})" > index.html
while :; do sleep 1 & wait $!; done`;

const ask = (name: string) => `timeout 1 wget -q -O- http://${name}:${PORT} 2>/dev/null | ${NOW}`;

/** An answer of the member: when it came, who gave it, and since when it listens. */
interface Told {
  readonly received: number;
  readonly life: string;
  readonly since: number;
}

function told(text: string): Told | undefined {
  const [, received, life, since] = /^(\S+) member-0 (\S+) (\S+) /.exec(text) ?? [];
  return life === undefined ? undefined : { received: Number(received), life, since: Number(since) };
}

/** Seconds until an answer, from the later of two moments: the API shows the address, the member listens. */
function blind({ at, text }: Attempt, endpoint: number): number {
  const { received, since } = told(text)!;
  return Math.max(0, Math.min((at - endpoint) / 1000, received - since));
}

export const peerServices: Scenario = {
  name: 'peer-services',
  law: 'by its own Service a member is reached within two seconds of its start, and within three when it was replaced',
  alone: 'cluster',
  run: async (context) => {
    const rendered = context.synth((chart) => {
      const workload = memberSet(chart, { script: TELLS_ITS_LIFE, claim: false, podManagementPolicy: kplus.PodManagementPolicy.PARALLEL });
      workload.addPeerServices();
      return workload;
    });
    const { identity } = rendered.declared;
    const [first] = identity.pods;
    const endpoints = await Endpoints.start(context.client);
    context.atEnd(async () => endpoints.stop());
    // A client that is there before the members, as a member is that starts before another one.
    await context.client.create(client(context.namespace));
    await context.started('the client to run', 60, async () => (await context.client.get(context.path('pods/client'))).status.phase === 'Running');
    await context.apply({ objects: rendered.objects.filter(({ kind }) => kind === 'Service') });
    const byPeer = await Prober.start(context, 'client', ask(first.peerFqdn));
    const byPod = await Prober.start(context, 'client', ask(first.fqdn));
    const set = await LiveSet.start(context, rendered);
    const before = await set.pod(0);
    const met = await byPeer.first(`${first.peerFqdn} to answer`, 60, (text) => told(text) !== undefined);
    context.measure('first contact by the peer Service, since the member listens and has an address', blind(met, await endpoints.when(before.address)), FIRST_CONTACT);
    const metByPod = await byPod.first(`${first.fqdn} to answer`, 60, (text) => told(text) !== undefined);
    context.measure('the same by the name of the headless Service', blind(metByPod, await endpoints.when(before.address)));
    byPod.stop();
    await set.remove(before);
    const { life } = told(met.text)!;
    const other = (text: string) => (told(text)?.life ?? life) !== life;
    const again = await byPeer.first(`the next ${first.name} to answer by its peer Service`, 60, other);
    const after = await set.whenReplaced(before);
    const lost = byPeer.last((text) => told(text)?.life === life)!;
    strictEqual(after.name, before.name);
    context.measure('contact again by the peer Service, since the next member listens and has an address', blind(again, await endpoints.when(after.address)), 3);
    context.measure('without contact in all, by the peer Service', (again.at - lost.at) / 1000);
  },
};

function client(namespace: string) {
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'client', namespace },
    spec: {
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      terminationGracePeriodSeconds: 1,
      containers: [{ name: 'client', image: 'busybox:1.35.0', command: ['sleep', '3600'], securityContext }],
    },
  };
}
