import { list, map, text } from './json';
import { type PeerName, literalsOf } from './peer-names';
import type { Json } from './rule';
import type { SetView } from './set-view';

/** The address that a member spells for itself out of its pod name: `$(POD_NAME).<service>`, also as a shell writes it. */
export interface OwnName extends Omit<PeerName, 'ordinal'> {
  readonly service: string;
  /** True where it can be nothing but a host: a scheme or an `@` stands before it, or a port behind it. */
  readonly host: boolean;
}

/** Stand-ins for the pod's own name and namespace, which no manifest holds. */
const POD = '\u0001';
const NAMESPACE = '\u0002';

// eslint-disable-next-line no-control-regex
const OWN = /(?<![\w.-])\u0001\.([a-z0-9-]+)((?:\.(?:[a-z0-9-]+|\u0002))*)(?![\w-]|\.\$)/g;
const VARIABLE = /(?<!\$)\$(?:\(([\w-]+(?: -s)?)\)|\{(\w+)\}|(\w+))|`(hostname(?: -s)?)`/g;
/** What the host of a pod is called without a word in the manifest. */
const HOSTNAMES = new Set(['hostname', 'hostname -s', 'HOSTNAME']);
/** Values may hold variables in their turn. */
const DEPTH = 3;

const known = new WeakMap<SetView, readonly OwnName[]>();

/** Every such address in variables, commands, arguments, probes and hooks of a set; read once, since several rules ask. */
export function ownNames(set: SetView): readonly OwnName[] {
  const found = known.get(set) ?? set.containers.flatMap((container) => namesIn(set, container));
  known.set(set, found);
  return found;
}

function namesIn({ object, namespace }: SetView, containing: SetView['containers'][number]): OwnName[] {
  const literals = literalsOf({ object, containers: [containing] }).filter(({ literal }) => /[$`]/.test(literal) && literal.includes('.'));
  if (literals.length === 0) return [];
  const values = valuesOf(containing.container);
  return literals.flatMap(({ literal, path }) => {
    const { expanded, spelling } = expand(literal, values);
    return [...expanded.matchAll(OWN)].map(({ 0: whole, 1: service, 2: after, index }) => {
      const rest = after.split('.').filter(Boolean);
      const end = expanded.slice(index + whole.length);
      return {
        name: whole.replace(POD, () => spelling).replaceAll(NAMESPACE, namespace || '<namespace>'),
        object,
        short: `${spelling}.${service}`,
        path,
        service,
        rest: rest.map((part) => part === NAMESPACE ? namespace : part),
        host: /(:\/\/|@)$/.test(expanded.slice(0, index)) || /^:[\d$]/.test(end),
      };
    });
  });
}

/** What variables of a container hold, as far as a manifest tells. */
function valuesOf(container: Json): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const env of list(container.env).map(map)) {
    const field = map(map(env.valueFrom).fieldRef).fieldPath;
    const value = field === 'metadata.name' ? POD : field === 'metadata.namespace' ? NAMESPACE : text(env.value);
    if (text(env.name) !== undefined && value !== undefined) values.set(env.name, value);
  }
  return values;
}

/** The text with the values of its variables, and how the pod's name was spelled; a variable that a script sets stays. */
function expand(literal: string, values: ReadonlyMap<string, string>): { readonly expanded: string; readonly spelling: string } {
  let spelling = '';
  const replaced = (from: string) => from.replace(VARIABLE, (whole, kubernetes?: string, braces?: string, bare?: string, ticks?: string) => {
    const name = kubernetes ?? braces ?? bare ?? ticks!;
    const shell = kubernetes === undefined || HOSTNAMES.has(name);
    if (shell && new RegExp(`(?:^|[\\s;&(])(?:${name}=|for ${name} in|read (?:-r )?${name}\\b)`, 'm').test(literal)) return whole;
    // Kubernetes knows no HOSTNAME of its own in parentheses, and a shell would run it as a command.
    const value = values.get(name) ?? (HOSTNAMES.has(name) && !(kubernetes === 'HOSTNAME') ? POD : undefined);
    if (value === POD) spelling = whole;
    return value ?? whole;
  });
  let expanded = literal;
  for (let i = 0; i < DEPTH; i++) {
    const next = replaced(expanded);
    if (next === expanded) break;
    expanded = next;
  }
  return { expanded, spelling };
}
