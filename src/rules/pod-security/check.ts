import { map, shown } from '../json';
import type { FieldPath, Json } from '../rule';
import type { SetView } from '../set-view';

export type Level = 'baseline' | 'restricted';

/** What a Namespace enforces. */
export interface Policy {
  readonly level: Level;
  /** Minor version of Kubernetes whose checks are held against the pods: never above the server's own. */
  readonly version: number;
  /** Minor version of the API server, which drops what it does not know before it checks. */
  readonly server: number;
}

/** A field that a check forbids, or misses. */
export interface Breach {
  readonly path: FieldPath;
  /** Who holds it, and what is wrong where the check alone does not say it. */
  readonly text: string;
}

/** A check of the Pod Security admission. */
export interface Check {
  /** As the API server calls it. */
  readonly reason: string;
  /** The level that alone has it: of both where it is missing. */
  readonly level?: Level;
  /** The first version that has it: all where it is missing. */
  readonly since?: number;
  readonly breaches: (set: SetView, policy: Policy) => readonly Breach[];
  /** What to write instead. */
  readonly fix: string;
}

/** A security context that is there, of the pod or of a container. */
export interface Holder {
  readonly who: string;
  /** The securityContext; empty where there is none. */
  readonly context: Json;
  /** Path of the securityContext. */
  readonly path: FieldPath;
}

export const podHolder = (set: SetView): Holder => ({ who: 'pod', context: map(set.pod.securityContext), path: set.podPath('securityContext') });

export const containerHolders = (set: SetView): Holder[] => set.containers.map(({ container, path }) => ({
  who: `container ${shown(container.name)}`, context: map(container.securityContext), path: [...path, 'securityContext'],
}));

export const holders = (set: SetView): Holder[] => [podHolder(set), ...containerHolders(set)];

/** Whether a field is written: null is as good as nothing. */
export const given = (value: unknown): boolean => value !== undefined && value !== null;

/** Breaches of the holders whose value of a field is forbidden. */
export function forbidden(among: readonly Holder[], field: string, wrong: (value: any) => unknown, named = true): Breach[] {
  return among.filter(({ context }) => given(context[field]) && wrong(context[field])).map(({ who, context, path }) => ({
    path: [...path, field], text: named ? `${who}: ${shown(context[field])}` : who,
  }));
}

/** A list of allowed values that grew with the versions: what was added, and in which. */
export const grown = (version: number, ...added: ReadonlyArray<readonly [since: number, ...values: string[]]>): string[] =>
  added.flatMap(([since, ...values]) => since <= version ? values : []);

/** Whether the users of the pod are others than those of the node, which the version takes into account. */
export const ownUsers = ({ pod }: SetView, { version }: Policy): boolean => version >= 35 && pod.hostUsers === false;

/** Whether the pod says that it is of Windows, which the version takes into account; a node selector does not count. */
export const ofWindows = ({ pod }: SetView, { version }: Policy): boolean => version >= 25 && map(pod.os).name === 'windows';
