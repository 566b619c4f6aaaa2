import { isDeclared } from './declared';
import { list, map, text } from './json';
import { namespaceOf, type ObjectSet } from './object-set';
import { NAME } from './peer-names';
import type { SetView } from './set-view';

/** Names of single pods by `namespace/<set>` and by `namespace/<set>.<service>`, the first of each as written. */
type Index = ReadonlyMap<string, string>;

const indices = new WeakMap<ObjectSet, Index>();

/**
 * Why the names of single pods matter to whoever wrote the set, for a message; undefined where nothing shows it.
 *
 * @param service the Service that the names would stand under; any while the set names none
 */
export function namesNeeded(set: SetView, service: string | undefined): string | undefined {
  const key = `${set.namespace}/${set.name}${service === undefined ? '' : `.${service}`}`;
  const spelt = indexOf(set.all).get(key) ?? ownName(set, service);
  if (spelt !== undefined) return `${JSON.stringify(spelt)} is used as a name`;
  if (set.quorum || set.bootstrapTogether) return 'the members are declared to find each other';
  if (isDeclared(set)) return 'every declared member has a name';
  return map(set.service?.spec).publishNotReadyAddresses === true ? 'publishNotReadyAddresses tells that the members look for each other' : undefined;
}

/** Every text of a rendering is looked at once, and only where some Service is wrong. */
function indexOf(all: ObjectSet): Index {
  const index = indices.get(all) ?? build(all);
  indices.set(all, index);
  return index;
}

function build(all: ObjectSet): Index {
  const index = new Map<string, string>();
  const first = (key: string, name: string) => index.has(key) || index.set(key, name);
  for (const object of all.objects) {
    for (const literal of texts(object)) {
      for (const [name, owner, , service, rest] of literal.matchAll(NAME)) {
        const [, namespace, svc] = rest.split('.');
        const full = svc === 'svc';
        // web-0.web.example.com is a host of another network.
        if (!full && namespace !== undefined && namespace !== namespaceOf(object)) continue;
        // A set without a namespace may be applied to any.
        for (const at of full ? [namespace, ''] : [namespaceOf(object)]) {
          first(`${at}/${owner}.${service}`, name);
          // A bare word after a dot may be the ending of a file.
          if (full) first(`${at}/${owner}`, name);
        }
      }
    }
  }
  return index;
}

/** Every text in a value that can hold the name of a pod. */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value.includes('.')) yield value;
  } else if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) yield* texts(part);
  }
}

/** How a shell or the kubelet spells a variable. */
const VARIABLE = /\$(?:\(([A-Za-z_]\w*)\)|\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;
/** What stands for the pod's own name once the variables are put in. */
const OWN = '\u0001';
const HOSTNAME = /\$\(hostname(?: -s)?\)|`hostname(?: -s)?`/g;

/** A name that a container makes of its own one, as `$(POD_NAME).db`; spelt as it is written. */
function ownName(set: SetView, service: string | undefined): string | undefined {
  for (const { container } of set.containers) {
    const variables = new Map<string, string>([['HOSTNAME', OWN]]);
    for (const env of list(container.env).map(map)) {
      const own = map(map(env.valueFrom).fieldRef).fieldPath === 'metadata.name';
      variables.set(String(env.name), own ? OWN : put(text(env.value) ?? '', variables));
    }
    for (const literal of [...list(container.env).map((env) => env?.value), ...list(container.command), ...list(container.args)]) {
      const at = put(text(literal) ?? '', variables).split(OWN).slice(1).find((rest) => follows(rest, service));
      if (at !== undefined) return shortened(String(literal));
    }
  }
  return undefined;
}

function put(literal: string, variables: ReadonlyMap<string, string>): string {
  return literal.replace(HOSTNAME, OWN).replace(VARIABLE, (whole, a, b, c) => variables.get(a ?? b ?? c) ?? whole);
}

/** Whether what follows a pod's name makes it one under the Service. */
function follows(rest: string, service: string | undefined): boolean {
  if (service === undefined) return /^\.[a-z0-9-]+\.[^\s]*\bsvc\b/.test(rest);
  return rest.startsWith(`.${service}`) && !/^[\w-]/.test(rest.slice(service.length + 1));
}

/** The word of a script that holds a variable, or the text itself where it is short. */
function shortened(literal: string): string {
  return literal.length <= 80 ? literal : literal.split(/\s+/).find((word) => /\$|`/.test(word) && word.includes('.'))?.slice(0, 80) ?? literal.slice(0, 80);
}
