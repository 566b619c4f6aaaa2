import { strictEqual } from 'assert';
import * as kplus from 'cdk8s-plus-28';
import { Endpoints } from '../../dns/endpoints';
import { LiveSet } from '../live-set';
import { memberSet, PORT } from '../member-set';
import { Prober } from '../prober';
import { Scenario } from '../scenario';

/** Says its name and who it is this time. */
const TELLS_ITS_LIFE = `trap 'exit 0' TERM
cd /tmp && echo "$POD_NAME $(cat /proc/sys/kernel/random/uuid)" > index.html
httpd -p ${PORT}
while :; do sleep 1 & wait $!; done`;

const ask = (name: string) => `timeout 1 wget -q -O- http://${name}:${PORT} 2>/dev/null`;

export const peerServices: Scenario = {
  name: 'peer-services',
  law: 'by its own Service a member is reached within a second of its first address, and within three of its next one',
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
    const met = await byPeer.first(`${first.peerFqdn} to answer`, 60, (text) => text.startsWith('member-0 '));
    context.measure('first contact by the peer Service, after the first address', since(await endpoints.when(before.address), met.at), 1);
    const metByPod = await byPod.first(`${first.fqdn} to answer`, 60, (text) => text.startsWith('member-0 '));
    context.measure('the same by the headless name, of which a denial is remembered', since(await endpoints.when(before.address), metByPod.at));
    byPod.stop();
    await set.remove(before);
    const other = (text: string) => text.startsWith('member-0 ') && text !== met.text;
    const again = await byPeer.first(`the next ${first.name} to answer by its peer Service`, 60, other);
    const after = await set.whenReplaced(before);
    const lost = byPeer.last((text) => text === met.text)!;
    strictEqual(after.name, before.name);
    context.measure('contact again by the peer Service, after the next address', since(await endpoints.when(after.address), again.at), 3);
    context.measure('without contact in all, by the peer Service', since(lost.at, again.at));
  },
};

/** Seconds; an answer may be seen before the watch tells of the endpoint. */
function since(start: number, end: number): number {
  return Math.max(0, end - start) / 1000;
}

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
