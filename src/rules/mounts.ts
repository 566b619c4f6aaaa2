import { list, map, text } from './json';
import type { FieldPath, Json } from './rule';
import type { ContainerView, SetView } from './set-view';

/** An entry of a container's `volumeMounts` or `volumeDevices`. */
export interface MountView {
  readonly mount: Json;
  /** The volume or claim template it names; empty when it names none. */
  readonly name: string;
  /** `mountPath` as written; undefined when it is no text. */
  readonly at: string | undefined;
  readonly path: FieldPath;
  readonly holder: ContainerView;
}

/** The `volumeMounts` of a container. */
export function mountsOf(holder: ContainerView): MountView[] {
  return entries(holder, 'volumeMounts');
}

/** The `volumeDevices` of a container. */
export function devicesOf(holder: ContainerView): MountView[] {
  return entries(holder, 'volumeDevices');
}

/** Names of all volumes that some container mounts or opens as a device. */
export function usedVolumes(set: SetView): Set<string> {
  return new Set(set.containers.flatMap((holder) => [...mountsOf(holder), ...devicesOf(holder)]).map((entry) => entry.name));
}

/** A dozen rules ask. */
const namesOfClaims = new WeakMap<SetView, ReadonlySet<string>>();

/** Names of the claim templates. */
export function claimNames(set: SetView): ReadonlySet<string> {
  let names = namesOfClaims.get(set);
  if (!names) namesOfClaims.set(set, names = new Set(set.claims.map((_, i) => set.claimNameAt(i)).filter((name) => name !== '')));
  return names;
}

/** The claim template that a name stands for: of several with one name the controller keeps the last. */
export function claimsByName(set: SetView): Map<string, Json> {
  return new Map(set.claims.map((claim, i) => [set.claimNameAt(i), claim] as const));
}

/** An absolute path without doubled or closing slashes, `.` and `..`. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether the pods are declared to run on Windows nodes. */
export function onWindows(set: SetView): boolean {
  return set.pod.os?.name === 'windows' || map(set.pod.nodeSelector)['kubernetes.io/os'] === 'windows';
}

function entries(holder: ContainerView, field: string): MountView[] {
  return list(holder.container[field]).map((entry, i) => {
    const mount = map(entry);
    return { mount, name: text(mount.name) ?? '', at: text(mount.mountPath), path: [...holder.path, field, i], holder };
  });
}
