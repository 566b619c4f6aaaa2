import { strictEqual } from 'assert';
import { Members } from '../../../src';
import { LiveSet } from '../live-set';
import { memberSet, PORT } from '../member-set';
import { Scenario } from '../scenario';

/** Runs, and is never ready. */
const NEVER_READY = "trap 'exit 0' TERM; while :; do sleep 1 & wait $!; done";

export const dnsBeforeReady: Scenario = {
  name: 'dns-before-ready',
  law: 'members that bootstrap together find each other before they are ready; where nothing is published, nobody does',
  run: async (context) => {
    const rendered = context.synth((chart) => memberSet(chart, { script: NEVER_READY, members: Members.quorum({ bootstrapTogether: true }) }));
    const set = await LiveSet.apply(context, rendered);
    const pods = await context.started('three pods that run', 60, async () => {
      const running = (await set.pods()).filter(({ address }) => address !== '');
      return running.length === 3 && running;
    });
    for (const { name, ready } of pods) strictEqual(ready, false, `${name} is ready, and should never be`);
    for (const { name: from } of pods) {
      for (const { ordinal, address } of pods) {
        const { fqdn } = set.identity.pod(ordinal);
        await context.until(`${fqdn} to lead ${from} to a pod that is not ready`, 45, async () => (
          (await context.exec(from, ['nslookup', '-type=a', `${fqdn}.`])).includes(`Address: ${address}\n`)
        ));
      }
      const srv = await context.until(`the SRV records of members that are not ready for ${from}`, 45, async () => {
        const answer = await context.exec(from, ['nslookup', '-type=srv', `${set.identity.srv('http')}.`]);
        return answer.match(/service = /g)?.length === pods.length && answer;
      });
      for (const { fqdn } of set.identity.pods) strictEqual(new RegExp(`service = 0 \\d+ ${PORT} ${fqdn}\n`).test(srv), true, srv);
    }
    for (const { name, ready } of await set.pods()) strictEqual(ready, false, `${name} is ready, and should never be`);
    await context.client.patch(context.path('services/member'), { spec: { publishNotReadyAddresses: false } });
    await context.until('no name to resolve any more', 60, async () => {
      const answer = await context.exec('member-0', ['sh', '-c', `nslookup -type=a ${set.identity.serviceFqdn}. 2>&1 || true`]);
      return /NXDOMAIN|No answer/.test(answer);
    });
  },
};
