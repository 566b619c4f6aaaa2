import { deepStrictEqual, strictEqual } from 'assert';
import { Context } from './context';
import { LiveSet } from './live-set';
import { drain, uncordon } from './nodes';
import { Pod } from './pod';
import { replacedInOrder } from './pod-history';
import { whenUpdated } from './rollout';

// What a column of the table of systems is defined as, in docs/guides/systems.md: each of these asserts the whole of it, and says then
// that it was shown. That the system has its data and its members, the scenario asserts.

type Proof = () => Promise<unknown>;

export interface KillProof {
  /**
   * While the pod is away.
   *
   * @default - nothing is looked at
   */
  readonly away?: Proof;
  /** The next pod has the data, and the system its member. */
  readonly back: (after: Pod) => Promise<unknown>;
}

/** A pod is deleted; the next one of its name has its claim and its data, and the system has its member again. */
export async function showKill(context: Context, set: LiveSet, before: Pod, { away, back }: KillProof, seconds?: number): Promise<void> {
  const volumes = await set.volumes();
  await set.remove(before);
  await away?.();
  const after = await set.whenReplaced(before, seconds);
  deepStrictEqual([after.name, after.uid === before.uid], [before.name, false]);
  deepStrictEqual(await set.volumes(), volumes);
  await back(after);
  context.shows('kill');
}

export interface DrainProof {
  /** What goes on without the members of the node. */
  readonly away: Proof;
  /** They have come back, with their data. */
  readonly back: Proof;
}

/** `kubectl drain` of a node with members, the budget in force, then the node comes back. */
export async function showDrain(context: Context, set: LiveSet, node: string, { away, back }: DrainProof): Promise<void> {
  const [pods, volumes] = [await set.pods(), await set.volumes()];
  const there = pods.filter((pod) => pod.node === node);
  strictEqual(there.length > 0, true, `${node} holds no member`);
  const { items: budgets } = await context.client.get(context.path('policy/v1/poddisruptionbudgets'));
  strictEqual(budgets.some(({ status }: any) => status.expectedPods === pods.length), true, 'no budget counts the members');
  await drain(context, node);
  strictEqual((await set.pods()).some((pod) => pod.node === node && !pod.ending), false, `${node} is drained, and holds a member`);
  await away();
  await uncordon(context, node);
  const after = await set.whenComplete();
  strictEqual(after.some(({ uid }) => there.some((before) => before.uid === uid)), false, `a member of ${node} was not drained`);
  deepStrictEqual(await set.volumes(), volumes);
  await back();
  context.shows('drain');
}

/** Every pod is replaced, in order, and the data is there. */
export async function showUpdate(context: Context, set: LiveSet, change: Proof, hasData: Proof, seconds: number): Promise<void> {
  const [before, volumes] = [await set.pods(), await set.volumes()];
  const history = await set.follow();
  await change();
  await whenUpdated(context, set, seconds);
  const order = replacedInOrder(before.map(({ ordinal }) => ordinal).reverse());
  deepStrictEqual(await history.told(order.length), order);
  const after = await set.pods();
  strictEqual(new Set(after.map(({ revision }) => revision)).size, 1);
  strictEqual(after[0].revision === before[0].revision, false);
  deepStrictEqual(await set.volumes(), volumes);
  await hasData();
  context.shows('rolling update');
}

/** One member more, which takes part; then one less, whose claim stays. */
export async function showScale(context: Context, set: LiveSet, takesPart: (added: Pod) => Promise<unknown>, hasData: Proof, seconds?: number): Promise<void> {
  const before = await set.pods();
  await set.scale(before.length + 1);
  const more = await set.whenComplete(seconds);
  strictEqual(more.length, before.length + 1);
  await takesPart(more[before.length]);
  await showLess(context, set, hasData);
}

/** The second half, where the first took more than a number: the member of the highest ordinal goes, and its claim stays. */
export async function showLess(context: Context, set: LiveSet, hasData: Proof): Promise<void> {
  const [pods, volumes, history] = [await set.pods(), await set.volumes(), await set.follow()];
  await set.scale(pods.length - 1);
  await set.whenComplete();
  deepStrictEqual(await history.told(1), [`deleted ${pods[pods.length - 1].ordinal}`]);
  strictEqual(Object.keys(volumes).length >= pods.length, true, 'a member has no claim');
  deepStrictEqual(await set.volumes(), volumes);
  await hasData();
  context.shows('scale');
}
