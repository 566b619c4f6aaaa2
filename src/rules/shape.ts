import type { Json, Target } from './rule';

/** Stands for the set's own name. */
const OWN = '\u0001';
/** Names that are far from every limit of length, in every place where they are used. */
const ORDINARY = /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/;
const LONGEST_DOMAIN = 60;

/** A set and the objects around it, as far as their shape goes. */
export interface Shape {
  readonly set: { readonly name: string; readonly pod: Json };
  readonly objects: readonly Json[];
}

/** What a string at some place is to the rules. */
type Place = 'name' | 'labels' | 'text' | 'other';

/** Whether a family is far from every limit that depends on the length or the letters of its name. */
export function isOrdinary({ set }: Shape, target: Target): boolean {
  return ORDINARY.test(set.name) && target.clusterDomain.length <= LONGEST_DOMAIN && set.pod.setHostnameAsFQDN !== true;
}

/**
 * Whether two ordinary families differ in the name of the set alone, so that the rules must say the same of both.
 *
 * The name may stand where it is a name: of the set and its objects, in labels and selectors, and in `<set>-<ordinal>`
 * and `<host>.<service>` of commands, args and variables. Where it occurs anywhere else nothing is concluded.
 */
export function alike(a: Shape, b: Shape): boolean {
  const names = new NamePair(a.set.name, b.set.name);
  return a.objects.length === b.objects.length && a.objects.every((object, i) => names.same(object, b.objects[i], 'other'));
}

class NamePair {
  private inTextA?: RegExp;
  private inTextB?: RegExp;

  constructor(private readonly a: string, private readonly b: string) {}

  same(x: Json, y: Json, place: Place): boolean {
    if (typeof x === 'string' && typeof y === 'string') return this.sameText(x, y, place);
    if (x === null || y === null || typeof x !== 'object' || typeof y !== 'object') return x === y;
    if (Array.isArray(x) !== Array.isArray(y)) return false;
    let keys = 0;
    for (const key in x) {
      // Keys are words of the API or the user's own, equal in both: no rule takes one for the name of a set.
      if (!(key in y) || !this.same(x[key], y[key], placeOf(key, place))) return false;
      keys++;
    }
    for (const _ in y) keys--;
    return keys === 0;
  }

  private sameText(x: string, y: string, place: Place): boolean {
    const [hasA, hasB] = [x.includes(this.a), y.includes(this.b)];
    if (!hasA && !hasB) return x === y;
    if (!hasA || !hasB) return false;
    const own = replaced(x, this.a, place, () => this.inTextA ??= inText(this.a));
    return own !== undefined && own === replaced(y, this.b, place, () => this.inTextB ??= inText(this.b));
  }
}

/** The text with its name taken out; undefined where the name is used in a way that is not understood. */
function replaced(value: string, name: string, place: Place, pattern: () => RegExp): string | undefined {
  if ((place === 'name' || place === 'labels') && value === name) return OWN;
  if (place === 'labels' && /^-[0-9]+$/.test(value.slice(name.length)) && value.startsWith(name)) return OWN + value.slice(name.length);
  if (place === 'name' && value.startsWith(`${name}-`) && !value.includes(name, 1)) return OWN + value.slice(name.length);
  const text = place === 'text' ? value.replace(pattern(), OWN) : value;
  return text.includes(name) ? undefined : text;
}

function inText(name: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9-])${name}(?=-[0-9]|\\.)|(?<=-[0-9]+\\.)${name}(?![A-Za-z0-9])`, 'g');
}

function placeOf(key: string, place: Place): Place {
  if (place === 'labels') return 'labels';
  switch (key) {
    case 'labels': case 'selector': case 'matchLabels': return 'labels';
    case 'serviceName': case 'metadata': case 'scaleTargetRef': return 'name';
    case 'args': case 'command': case 'env': return 'text';
    default: return place === 'text' || (place === 'name' && key === 'name') ? place : 'other';
  }
}
