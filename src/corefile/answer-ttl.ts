import { CacheKind, integer } from './cache-options';
import { Directive, ServerBlock } from './cst';
import { blockZones, directives } from './server-block';
import { covers, hasVariable, zoneOf } from './zone';

/** The TTL of an answer before it comes to the cache. */
export interface AnswerTtl {
  /** Undefined where the text does not tell it. */
  readonly ttl: number | undefined;
  readonly exact: boolean;
  readonly because: string;
}

const KUBERNETES_TTL = 5;
/** The kubernetes plugin's cap on the TTL of the SOA record in a negative answer. */
const SOA_TTL = 300;
/** The longest TTL that the cache plugin takes from a message. */
const MESSAGE_TTL = 3600;

/** Whether a name that a kubernetes plugin does not have goes on to the next plugin. */
export function fallsThrough(kubernetes: Directive, name: string): boolean {
  return kubernetes.block?.options.some((option) => option.name.text === 'fallthrough' &&
    (option.args.length === 0 || option.args.some(({ text }) => covers(zoneOf(text), name)))) ?? false;
}

/** The kubernetes plugin of a server block that answers for a name. */
export function kubernetesOf(block: ServerBlock, name: string): Directive | undefined {
  return directives(block, 'kubernetes').find((directive) => {
    const zones = directive.args.length > 0 ? directive.args.map(({ text }) => zoneOf(text)) : blockZones(block);
    return zones.some((zone) => covers(zone, name));
  });
}

/** A kubernetes plugin of the block whose zones or ttl the environment of CoreDNS decides. */
function unknown(block: ServerBlock, kubernetes: Directive | undefined): string | undefined {
  const zones = kubernetes ? [] : directives(block, 'kubernetes').flatMap(({ args }) => args);
  const ttl = kubernetes?.block?.options.filter(({ name }) => name.text === 'ttl').flatMap(({ args }) => args) ?? [];
  return [...zones, ...ttl].find(({ text }) => hasVariable(text))?.text;
}

/** What the kubernetes plugin, or else the server behind, gives as the TTL of an answer of a kind. */
export function answerTtl(block: ServerBlock, name: string, kind: CacheKind, upstream: number | undefined): AnswerTtl {
  const kubernetes = kubernetesOf(block, name);
  const variable = unknown(block, kubernetes);
  if (variable !== undefined) return { ttl: undefined, exact: false, because: `${variable} of kubernetes depends on the environment of CoreDNS` };
  if (kubernetes === undefined && upstream !== undefined) return { ttl: upstream, exact: true, because: `the TTL that the server behind hands out is ${upstream}` };
  if (kubernetes === undefined) return { ttl: MESSAGE_TTL, exact: false, because: 'the TTL is the upstream server\'s' };
  if (kind === 'denial' && fallsThrough(kubernetes, name)) {
    return { ttl: MESSAGE_TTL, exact: false, because: 'kubernetes falls through, so the TTL is the next plugin\'s' };
  }
  const option = kubernetes.block?.options.filter(({ name: word }) => word.text === 'ttl').pop();
  const ttl = integer(option?.args[0]?.text);
  const because = ttl === undefined ? `kubernetes has its default ttl ${KUBERNETES_TTL}` : `kubernetes has ttl ${ttl}`;
  if (kind === 'success') return { ttl: ttl ?? KUBERNETES_TTL, exact: true, because };
  return { ttl: Math.min(ttl ?? KUBERNETES_TTL, SOA_TTL), exact: true, because: (ttl ?? 0) > SOA_TTL ? `${because}, capped at ${SOA_TTL}` : because };
}
