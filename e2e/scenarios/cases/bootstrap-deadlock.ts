import { deepStrictEqual, strictEqual } from 'assert';
import * as kplus from 'cdk8s-plus-28';
import { Members, StatefulIdentity, StatefulWorkload } from '../../../src';
import { Context, Rendered } from '../context';
import { LiveSet } from '../live-set';
import { isDenied, leadsTo } from '../lookup';
import { memberSet, PORT } from '../member-set';
import { Pod } from '../pod';
import { Scenario } from '../scenario';

/** Seconds for which nothing may move: a set of three small pods is complete within as many. */
const STUCK = 10;
const ALL = ['member-0', 'member-1', 'member-2'];

/** Serves, and so is ready, when it has found every member by its name once; pod 0 asks for itself last, and not before it is known. */
const needsAll = (namespace: string) => `trap 'exit 0' TERM
for n in 1 2 0; do
  until nslookup -type=a member-$n.member.${namespace}.svc.cluster.local. >/dev/null 2>&1; do sleep 1 & wait $!; done
done
httpd -p ${PORT}
while :; do sleep 1 & wait $!; done`;

export const bootstrapDeadlock: Scenario = {
  name: 'bootstrap-deadlock',
  law: 'members that need each other before they are ready never start in order, nor unpublished; together and published they do',
  run: async (context) => {
    // In order and published: pod 1 waits for pod 0 to be ready, which waits for the name of pod 1.
    const ordered = await LiveSet.apply(context, withPolicy(declared(context), kplus.PodManagementPolicy.ORDERED_READY));
    const [first] = await stuck(context, ordered, ['member-0']);
    await leadsTo(context, first.name, ordered.identity.pod(0).fqdn, first.address);
    await isDenied(context, first.name, ordered.identity.pod(1).fqdn);
    await removed(context, ordered);

    // Together and unpublished: all of them run, and none is found.
    const together = await LiveSet.apply(context, unpublished(declared(context)));
    const pods = await stuck(context, together, ALL);
    for (const { name } of pods) await nobodyIsFound(context, name, together.identity);

    // The one field is what was missing: the same pods get ready.
    await context.client.patch(context.path('services/member'), { spec: { publishNotReadyAddresses: true } });
    const complete = await together.whenComplete();
    deepStrictEqual(complete.map(({ uid }) => uid), pods.map(({ uid }) => uid));
  },
};

/** As this library renders it: `Parallel`, published. */
function declared(context: Context): Rendered<StatefulWorkload> {
  const script = needsAll(context.namespace);
  return context.synth((chart) => memberSet(chart, { script, claim: false, members: Members.quorum({ bootstrapTogether: true }) }));
}

function withPolicy(rendered: Rendered<StatefulWorkload>, policy: kplus.PodManagementPolicy): Rendered<StatefulWorkload> {
  for (const { kind, spec } of rendered.objects) if (kind === 'StatefulSet') spec.podManagementPolicy = policy;
  return rendered;
}

function unpublished(rendered: Rendered<StatefulWorkload>): Rendered<StatefulWorkload> {
  for (const { kind, spec } of rendered.objects) if (kind === 'Service' && spec.clusterIP === 'None') spec.publishNotReadyAddresses = false;
  return rendered;
}

/** Asserts that these pods are there and no others, and that they have run for a while without being ready. */
async function stuck(context: Context, set: LiveSet, names: readonly string[]): Promise<readonly Pod[]> {
  const before = await context.until(`${names.join(', ')} to have run for ${STUCK} s`, 60, async () => {
    const { items } = await context.client.get(context.path('pods'));
    const running = items.filter(({ status }: any) => Date.now() - Date.parse(status.containerStatuses?.[0].state.running?.startedAt) > STUCK * 1000);
    return running.length >= names.length && set.pods();
  });
  deepStrictEqual(before.map(({ name, ready, restarts }) => ({ name, ready, restarts })), names.map((name) => ({ name, ready: false, restarts: 0 })));
  strictEqual((await set.object()).status.readyReplicas ?? 0, 0);
  return before;
}

async function nobodyIsFound(context: Context, from: string, { pods }: StatefulIdentity): Promise<void> {
  for (const { fqdn } of pods) await isDenied(context, from, fqdn);
}

async function removed(context: Context, set: LiveSet): Promise<void> {
  await context.kubectl.run(['delete', 'statefulset', 'member', `--namespace=${context.namespace}`, '--wait'], 60);
  await context.until('pod 0 to be gone', 60, async () => (await set.pods()).length === 0);
}
