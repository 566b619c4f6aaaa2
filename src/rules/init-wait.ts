import { list, map } from './json';
import { hasProbe } from './probes';
import type { FieldPath } from './rule';
import type { ContainerView, SetView } from './set-view';
import { ordered } from './update-strategy';

/** Something that waits for a pod which OrderedReady creates only when the one that waits is ready. */
export interface Wait {
  readonly view: ContainerView;
  readonly pod: string;
}

const WAITS = /\b(until|while|nslookup|getent|dig|nc|ping|curl|wget|wait|dockerize)\b|wait[-_]?for/;
/** A server may look its peers up by any of these; only a loop holds it up. */
const LOOPS = /\b(until|while)\b[^;\n]*\b(nslookup|getent|dig|host|nc|ping|curl|wget|pg_isready|redis-cli|mysqladmin)\b|wait[-_]?for/;
/** A script that asks who it is may wait for its predecessor only. */
const ASKS_WHO = /HOSTNAME|hostname|POD_NAME|ORDINAL|POD_INDEX/;
const FOR = /\bfor\s+(\w+)\s+in\s+([^;\n]+)/g;
const RANGE = /(?:\$\(|`)seq\s+(\d+)\s+(\d+)(?:\)|`)|\{(\d+)\.\.(\d+)\}/g;

/** The waits of a set's init containers for higher ordinals, at most one a container. */
export function initWaits(set: SetView): Wait[] {
  if (!ordered(set)) return [];
  return set.containers.filter((view) => view.init && !view.sidecar).flatMap((view) => {
    const script = scriptOf(view.container.command, view.container.args);
    return WAITS.test(script) ? waitIn(set, view, script) : [];
  });
}

/** The waits of containers that come before the server in the command of the container itself, where a probe sees it. */
export function entrypointWaits(set: SetView): Wait[] {
  if (!ordered(set)) return [];
  return set.containers.filter((view) => !view.init && (hasProbe(view, 'readinessProbe') || hasProbe(view, 'startupProbe'))).flatMap((view) => {
    const script = scriptOf(view.container.command, view.container.args);
    return LOOPS.test(script) ? waitIn(set, view, script) : [];
  });
}

/** Probes without which a pod is not ready and that ask for a higher ordinal, with the path of their command. */
export function probeWaits(set: SetView): Array<Wait & { readonly path: FieldPath }> {
  if (!ordered(set)) return [];
  return set.containers.filter(({ init, sidecar }) => !init || sidecar).flatMap((view) => ['readinessProbe', 'startupProbe'].flatMap((probe) => {
    const script = scriptOf(map(map(view.container[probe]).exec).command);
    return waitIn(set, view, script).map((wait) => ({ ...wait, path: [...view.path, probe, 'exec', 'command'] }));
  }));
}

function scriptOf(...words: readonly unknown[]): string {
  return words.flatMap(list).map((part) => typeof part === 'string' ? part : '').join(' ');
}

/** The first pod above the first one that a script names. */
function waitIn(set: SetView, view: ContainerView, script: string): Wait[] {
  // Nearly no script names its set; a pattern for each name would have to be compiled.
  if (set.name === '' || !script.includes(set.name) || ASKS_WHO.test(script)) return [];
  const name = set.name.replace(/[^A-Za-z0-9]/g, '\\$&');
  const literal = [...script.matchAll(new RegExp(`(?<![A-Za-z0-9.-])${name}-([0-9]+)(?![A-Za-z0-9-])`, 'g'))].map(([, ordinal]) => Number(ordinal));
  const counted = [...script.matchAll(FOR)].filter(([, variable]) => new RegExp(`(?<![A-Za-z0-9.-])${name}-\\$\\{?${variable}\\b`).test(script))
    .flatMap(([, , values]) => numbers(values));
  const higher = [...literal, ...counted].find((ordinal) => ordinal > set.start);
  return higher === undefined ? [] : [{ view, pod: set.podName(higher) }];
}

/** The numbers that a loop of a shell counts: `0 1 2`, `$(seq 0 2)` or `{0..2}`. */
function numbers(values: string): number[] {
  const ends = [...values.matchAll(RANGE)].map(([, , a, , b]) => Number(a ?? b));
  return [...ends, ...values.split(/\s+/).filter((word) => /^\d+$/.test(word)).map(Number)];
}
