import { strictEqual } from 'assert';
import { Members } from '../../../src';
import { LiveSet } from '../live-set';
import { everyServer, isDenied, leadsTo } from '../lookup';
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
        await leadsTo(context, from, set.identity.pod(ordinal).fqdn, address);
      }
      const srv = await everyServer(context, from, 'srv', set.identity.srv('http'), (answer) => answer.match(/service = /g)?.length === pods.length, 'with all members');
      for (const { fqdn } of set.identity.pods) strictEqual(new RegExp(`service = 0 \\d+ ${PORT} ${fqdn}\n`).test(srv), true, srv);
    }
    for (const { name, ready } of await set.pods()) strictEqual(ready, false, `${name} is ready, and should never be`);
    await context.client.patch(context.path('services/member'), { spec: { publishNotReadyAddresses: false } });
    // What was asked for above is remembered; in `bootstrap-deadlock` nobody has found a member by its own name either.
    for (const { name } of pods) await isDenied(context, name, set.identity.serviceFqdn);
  },
};
