import { strictEqual } from 'assert';
import { LiveSet } from '../live-set';
import { addresses, everyServer, leadsTo } from '../lookup';
import { memberSet, PORT } from '../member-set';
import { Scenario } from '../scenario';

export const dnsNames: Scenario = {
  name: 'dns-names',
  law: 'every name of the identity leads every pod to the right one, that of its peer Service too, and SRV records name all of them with their port',
  run: async (context) => {
    const set = await LiveSet.start(context, context.synth((chart) => {
      const workload = memberSet(chart);
      workload.addPeerServices();
      return workload;
    }));
    const pods = await set.pods();
    const { identity } = set;
    for (const { name: from } of pods) {
      for (const { name, address, ordinal } of pods) {
        const { fqdn, peerFqdn, shortNames } = identity.pod(ordinal);
        // Denials of the time before a pod was there are kept for up to thirty seconds.
        await leadsTo(context, from, fqdn, address);
        for (const known of [...shortNames, fqdn, peerFqdn]) {
          strictEqual((await context.exec(from, ['timeout', '5', 'wget', '-q', '-O-', `http://${known}:${PORT}`])).trim(), name);
        }
      }
      const all = pods.map(({ address }) => address).sort().join();
      await everyServer(context, from, 'a', identity.serviceFqdn, (answer) => addresses(answer).sort().join() === all, `with ${all}`);
      const srv = await everyServer(context, from, 'srv', identity.srv('http'), (answer) => answer.match(/service = /g)?.length === pods.length, 'with all members');
      for (const { fqdn } of identity.pods) strictEqual(new RegExp(`service = 0 \\d+ ${PORT} ${fqdn}\n`).test(srv), true, srv);
    }
    // The reverse of an address is the name of its pod.
    const reverse = await context.exec('member-0', ['nslookup', '-type=ptr', pods[2].address.split('.').reverse().join('.') + '.in-addr.arpa.']);
    strictEqual(reverse.includes(`name = ${identity.pod(2).fqdn}\n`), true, reverse);
  },
};
