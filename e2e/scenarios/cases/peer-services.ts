import { strictEqual } from 'assert';
import * as kplus from 'cdk8s-plus-28';
import { PodIdentity } from '../../../src';
import { Endpoints } from '../../dns/endpoints';
import { BUSYBOX } from '../../images/library';
import { RESTRICTED } from '../client-pod';
import { LiveSet } from '../live-set';
import { memberSet, PORT } from '../member-set';
import { Attempt, Prober } from '../prober';
import { Scenario } from '../scenario';

/**
 * Seconds: kube-proxy collects changes for one (`iptables.minSyncPeriod`, kubernetes v1.28.15
 * pkg/proxy/apis/config/v1alpha1/defaults.go), and a machine that is busy with other things needs some for the rest.
 */
const FIRST_CONTACT = 2;
/** The same when there was another one before, whose address kube-proxy has to take out. */
const AGAIN = 3;

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
  readonly name: string;
  readonly life: string;
  readonly since: number;
}

function told(text: string): Told | undefined {
  const [, received, name, life, since] = /^(\S+) (member-\d) (\S+) (\S+) /.exec(text) ?? [];
  return life === undefined ? undefined : { received: Number(received), name, life, since: Number(since) };
}

/** Whether this member has answered, and not the one of before. */
const says = ({ name }: PodIdentity, before?: string) => (text: string) => {
  const answer = told(text);
  return answer !== undefined && answer.name === name && answer.life !== before;
};

/** Seconds until an answer, from the later of two moments: the API shows the address, the member listens. */
function delay({ at, text }: Attempt, endpoint: number): number {
  const { received, since } = told(text)!;
  return Math.max(0, Math.min((at - endpoint) / 1000, received - since));
}

export const peerServices: Scenario = {
  name: 'peer-services',
  law: 'by its own Service every member is reached within two seconds of its start, and within three when it was replaced',
  alone: 'cluster',
  run: async (context) => {
    const rendered = context.synth((chart) => {
      const workload = memberSet(chart, { script: TELLS_ITS_LIFE, claim: false, podManagementPolicy: kplus.PodManagementPolicy.PARALLEL });
      workload.addPeerServices();
      return workload;
    });
    const { pods } = rendered.declared.identity;
    const endpoints = await Endpoints.start(context.client);
    context.atEnd(async () => endpoints.stop());
    // A client that is there before the members, as a member is that starts before another one.
    await context.client.create(client(context.namespace));
    await context.started('the client to run', 60, async () => (await context.client.get(context.path('pods/client'))).status.phase === 'Running');
    await context.apply({ objects: rendered.objects.filter(({ kind }) => kind === 'Service') });
    const byPeer = await Promise.all(pods.map(({ peerFqdn }) => Prober.start(context, 'client', ask(peerFqdn))));
    const byPod = await Prober.start(context, 'client', ask(pods[0].fqdn));
    const set = await LiveSet.start(context, rendered);
    const met: Attempt[] = [];
    for (const [at, pod] of pods.entries()) met.push(await byPeer[at].first(`${pod.peerFqdn} to answer`, 60, says(pod)));
    const delays = await Promise.all((await set.pods()).map(async ({ address }, at) => delay(met[at], await endpoints.when(address))));
    context.measure('first contact by the peer Service, since the member listens and has an address, the slowest of three', Math.max(...delays), FIRST_CONTACT);
    const metByPod = await byPod.first(`${pods[0].fqdn} to answer`, 60, says(pods[0]));
    context.measure('the same by the name of the headless Service', delay(metByPod, await endpoints.when((await set.pod(0)).address)));
    byPod.stop();

    const again: Contact[] = [];
    for (const [at, pod] of pods.entries()) again.push(await replaced(set, endpoints, byPeer[at], pod, told(met[at].text)!.life));
    context.measure('contact again by the peer Service, since the next member listens and has an address, the slowest of three', Math.max(...again.map(({ late }) => late)), AGAIN);
    context.measure('without contact in all, by the peer Service, the longest of three', Math.max(...again.map(({ without }) => without)));
  },
};

/** Seconds of a member that was replaced. */
interface Contact {
  /** Since the next one listens and has an address. */
  readonly late: number;
  /** Between the last answer of one and the first of the next. */
  readonly without: number;
}

async function replaced(set: LiveSet, endpoints: Endpoints, asked: Prober, pod: PodIdentity, life: string): Promise<Contact> {
  const before = await set.pod(pod.ordinal);
  await set.remove(before);
  const again = await asked.first(`the next ${pod.name} to answer by its peer Service`, 60, says(pod, life));
  const after = await set.whenReplaced(before);
  strictEqual(after.name, before.name);
  const lost = asked.last((text) => told(text)?.life === life)!;
  return { late: delay(again, await endpoints.when(after.address)), without: (again.at - lost.at) / 1000 };
}

function client(namespace: string) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'client', namespace },
    spec: {
      securityContext: RESTRICTED.pod,
      terminationGracePeriodSeconds: 1,
      containers: [{ name: 'client', image: BUSYBOX, command: ['sleep', '3600'], securityContext: RESTRICTED.container }],
    },
  };
}
