/** The root zone, which holds every name. */
export const ROOT = '';

/** A zone as it is compared: lower case, without the last dot, so the root is the empty text. */
export function zoneOf(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** The zone of a server block's key: `dns://Example.org.:53` is `example.org`. */
export function keyZone(key: string): string {
  return zoneOf(key.replace(/^[a-z0-9]+:\/\//i, '').replace(/:[^:\]]*$/, ''));
}

const SCHEMES: Readonly<Record<string, number>> = { dns: 53, tls: 853, grpc: 443, https: 443, https3: 443, quic: 853 };

/** Transport, zone and port of a server block's key, as CoreDNS compares them: two blocks must differ in one. */
export function keyAddress(key: string): string {
  const [, scheme = 'dns', rest] = /^(?:([a-z0-9]+):\/\/)?(.*)$/is.exec(key)!;
  const [, zone, port] = /^(.*?)(?::(\d+))?$/s.exec(rest)!;
  return `${scheme.toLowerCase()}://${zoneOf(zone)}.:${port ?? SCHEMES[scheme.toLowerCase()]}`;
}

/** Why a server block's key is none for CoreDNS (plugin/normalize.go SplitHostPort), or undefined. */
export function keyProblem(key: string): string | undefined {
  const place = key.replace(/^[a-z0-9]+:\/\//i, '');
  if (place.endsWith(':')) return 'nothing stands behind the last colon';
  const zone = place.replace(/:\d+$/, '');
  if (zone.length > 255) return 'a zone has at most 255 characters';
  if (zone === '.' || zone === '') return undefined;
  return zone.replace(/\.$/, '').split('.').every((label) => label.length > 0 && label.length < 64) ? undefined : 'the zone is no domain name';
}

/** Whether a zone is or holds a name; both as `zoneOf` gives them. */
export function covers(zone: string, name: string): boolean {
  return zone === ROOT || name === zone || name.endsWith(`.${zone}`);
}

/** Whether a text holds `{$NAME}` or `{%NAME%}`, whose value only the running CoreDNS knows. */
export function hasVariable(text: string): boolean {
  return /\{\$[^}]+\}|\{%.+?%\}/s.test(text);
}

/** Whether one of some zones is or holds a name: its parents are looked up, so many zones cost no more than few. */
export function coveredBy(zones: ReadonlySet<string>, name: string): boolean {
  if (zones.has(ROOT)) return true;
  for (let at = 0; at >= 0;) {
    if (zones.has(name.slice(at))) return true;
    const dot = name.indexOf('.', at);
    at = dot < 0 ? -1 : dot + 1;
  }
  return false;
}
