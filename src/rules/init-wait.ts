import { list } from './json';
import type { ContainerView, SetView } from './set-view';
import { ordered } from './update-strategy';

/** An init container that waits for a pod which OrderedReady creates only after its own. */
export interface InitWait {
  readonly view: ContainerView;
  readonly pod: string;
}

const WAITS = /\b(until|while|nslookup|getent|dig|nc|ping|curl|wget|wait|dockerize)\b|wait[-_]?for/;
/** A script that asks who it is may wait for its predecessor only. */
const ASKS_WHO = /HOSTNAME|hostname|POD_NAME|ORDINAL|POD_INDEX/;

/** The waits of a set's init containers for higher ordinals, at most one a container. */
export function initWaits(set: SetView): InitWait[] {
  if (set.name === '' || !ordered(set)) return [];
  const member = new RegExp(`(?<![A-Za-z0-9.-])${set.name.replace(/[^A-Za-z0-9]/g, '\\$&')}-([0-9]+)(?![A-Za-z0-9-])`, 'g');
  return set.containers.filter((view) => view.init && !view.sidecar).flatMap((view) => {
    const script = [...list(view.container.command), ...list(view.container.args)].map((part) => typeof part === 'string' ? part : '').join(' ');
    if (!WAITS.test(script) || ASKS_WHO.test(script)) return [];
    const higher = [...script.matchAll(member)].find((match) => Number(match[1]) > set.start);
    return higher ? [{ view, pod: `${set.name}-${higher[1]}` }] : [];
  });
}
