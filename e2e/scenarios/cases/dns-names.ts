import { strictEqual } from 'assert';
import { LiveSet } from '../live-set';
import { memberSet, PORT } from '../member-set';
import { Scenario } from '../scenario';

export const dnsNames: Scenario = {
  name: 'dns-names',
  law: 'every name of the identity leads every pod to the right one, and SRV records name all of them with their port',
  run: async (context) => {
    const set = await LiveSet.start(context, context.synth((chart) => memberSet(chart)));
    const pods = await set.pods();
    const { identity } = set;
    const ask = (from: string, type: string, name: string) => context.exec(from, ['nslookup', `-type=${type}`, name]);
    for (const { name: from } of pods) {
      for (const { name, address, ordinal } of pods) {
        const { fqdn, shortNames } = identity.pod(ordinal);
        // Denials of the time before a pod was there are kept for up to thirty seconds.
        await context.until(`${fqdn} to lead ${from} to ${address}`, 45, async () => (await ask(from, 'a', `${fqdn}.`)).includes(`Address: ${address}\n`));
        for (const known of [...shortNames, fqdn]) {
          strictEqual((await context.exec(from, ['timeout', '5', 'wget', '-q', '-O-', `http://${known}:${PORT}`])).trim(), name);
        }
      }
      const all = await context.until(`${identity.serviceFqdn} to lead ${from} to all`, 45, async () => {
        const answer = await ask(from, 'a', `${identity.serviceFqdn}.`);
        return pods.every(({ address }) => answer.includes(`Address: ${address}\n`)) && answer;
      });
      strictEqual(all.match(/^Address: \S+$/gm)?.length, pods.length, all);
      const srv = await context.until(`the SRV records of ${identity.serviceFqdn} for ${from}`, 45, async () => {
        const answer = await ask(from, 'srv', `${identity.srv('http')}.`);
        return answer.match(/service = /g)?.length === pods.length && answer;
      });
      for (const { fqdn } of identity.pods) strictEqual(new RegExp(`service = 0 \\d+ ${PORT} ${fqdn}\n`).test(srv), true, srv);
    }
    // The reverse of an address is the name of its pod.
    const reverse = await ask('member-0', 'ptr', pods[2].address.split('.').reverse().join('.') + '.in-addr.arpa.');
    strictEqual(reverse.includes(`name = ${identity.pod(2).fqdn}\n`), true, reverse);
  },
};
