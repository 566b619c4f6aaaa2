import { isDeepStrictEqual } from 'util';
import { atATime } from '../at-a-time';
import { Progress } from '../progress';
import { Part, Tally } from '../tally';
import { ensureAccount } from './ensure';
import { madeByController } from './fields/made-by-controller';
import { withChanges } from './fields/mutants';
import { shapes, strictSet } from './fields/pod-shapes';
import { randomOf, some } from './fields/random';
import { Relation } from './fields/relations';
import { refusalOf } from './fields/verdicts';
import { Version } from './server-claim';
import { ControlPlane } from '../../e2e/control-plane/control-plane';
import { KubernetesObject } from '../../e2e/control-plane/resource-paths';
import { psaBaseline } from '../../src/rules/psa-baseline';
import { psaRestricted } from '../../src/rules/psa-restricted';
import { judge } from '../../src/rules/run';

const IN_FLIGHT = 16;
const LEVELS = ['baseline', 'restricted'];
/** On both sides of each change of a check, and beyond the server. */
const PINNED = [undefined, 'latest', ...[0, 7, 8, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 99].map((minor) => `v1.${minor}`)];

/** A namespace that enforces a level, of a version. */
export function namespaceOf(level: string, version: string | undefined): KubernetesObject {
  const label = 'pod-security.kubernetes.io/enforce';
  const name = `${level}-${(version ?? 'unsaid').replace('.', '-')}`;
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { [label]: level, ...version && { [`${label}-version`]: version } } } } as KubernetesObject;
}

/** The reasons in what a server says, or in a finding: what stands in brackets tells who. */
export function reasonsIn(text: string): string[] {
  const named = /violates PodSecurity "[^"]*": (.*)$/.exec(text)?.[1] ?? /the pod template breaks: (.*); the set is accepted/.exec(text)?.[1];
  return (named ?? '').split(/ \([^()]*\)(?:[,;] |$)/).filter((part) => part !== '').map((reason) => reason.replace('profiles', 'profile')).sort();
}

interface Case { readonly namespace: KubernetesObject; readonly shape: Relation }

/** Every shape alone in every namespace, and so many pairs of values in one of chance. */
export function casesOf(count: number, seed: number): Case[] {
  const random = randomOf(seed);
  const namespaces = LEVELS.flatMap((level) => PINNED.map((version) => namespaceOf(level, version)));
  const { alone, together } = shapes();
  return [
    ...namespaces.flatMap((namespace) => alone.map((shape) => ({ namespace, shape }))),
    ...some(together, count, random).map((shape) => ({ namespace: namespaces[random(namespaces.length)], shape })),
  ];
}

/** Sends pods of many shapes into namespaces that enforce a level, and holds the reasons of the server against those of the rules. */
export async function proveStandards(version: Version, cases: readonly Case[]): Promise<Part> {
  const name = `standards, Kubernetes ${version}`;
  const plane = await ControlPlane.start({ version });
  const failures: string[] = [];
  const kinds = new Tally();
  const seen = new Set<string>();
  const progress = new Progress(name, cases.length);
  try {
    for (const namespace of new Map(cases.map((each) => [each.namespace.metadata.name, each.namespace])).values()) {
      await plane.client.create(namespace);
      await ensureAccount(plane.client, namespace.metadata.name);
    }
    await atATime(cases, async ({ namespace, shape }) => {
      const { what, objects: [set] } = withChanges([strictSet(namespace.metadata.name)], 0, shape.changes);
      const said = await refusalOf(plane.client, madeByController(set).at(-1)!);
      const ofStandard = said === undefined || said.includes('violates PodSecurity');
      kinds.add(said === undefined ? 'taken' : ofStandard ? 'forbidden' : 'refused by other rules');
      const found = judge([namespace, set], [psaBaseline, psaRestricted], { minor: Number(version.split('.')[1]), clusterDomain: 'cluster.local' });
      const [ours, theirs] = [reasonsIn(found[0]?.finding.message ?? ''), reasonsIn(said ?? '')];
      for (const reason of theirs) seen.add(reason);
      if (ofStandard && !isDeepStrictEqual(ours, theirs)) failures.push(`${namespace.metadata.name}: ${what}: the rule says ${ours.join(', ') || 'nothing'}, and the server ${said ?? 'nothing'}`);
      progress.step();
    }, IN_FLIGHT);
  } finally {
    await plane.stop();
  }
  return { name, passed: cases.length - failures.length, failed: failures.length, detail: `${kinds}; ${seen.size} reasons`, failures };
}
