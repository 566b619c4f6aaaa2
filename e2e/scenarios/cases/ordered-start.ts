import { deepStrictEqual, strictEqual } from 'assert';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { PodHistory } from '../pod-history';
import { Scenario } from '../scenario';

export const orderedStart: Scenario = {
  name: 'ordered-start',
  law: 'pods start one after the other, 0, 1, 2, each when the one before is ready',
  run: async (context) => {
    const rendered = context.synth((chart) => memberSet(chart));
    const history = await PodHistory.start(context, rendered.declared.statefulSet.name);
    const set = await LiveSet.start(context, rendered);
    const pods = await set.pods();
    deepStrictEqual(pods.map(({ name }) => name), ['member-0', 'member-1', 'member-2']);
    deepStrictEqual(await history.told(6), ['created 0', 'ready 0', 'created 1', 'ready 1', 'created 2', 'ready 2']);
    for (const { name } of pods) {
      strictEqual((await context.exec(name, ['hostname'])).trim(), name);
      const hosts = await context.exec(name, ['cat', '/etc/hosts']);
      strictEqual(hosts.includes(`\t${name}.member.${context.namespace}.svc.cluster.local\t${name}\n`), true, hosts);
    }
    strictEqual(new Set(pods.map(({ node }) => node)).size, 3, 'three nodes hold one member each');
  },
};
