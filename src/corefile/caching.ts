import { cacheOptions, integer } from './cache-options';
import { Directive, ServerBlock } from './cst';
import { parse } from './parse';
import { answering, blockZones, directives } from './server-block';
import { covers, hasVariable, zoneOf } from './zone';

/** How long CoreDNS goes on saying that a name does not exist. */
export interface NegativeCaching {
  /** Seconds for which CoreDNS keeps the negative answer, or undefined if the text does not tell. */
  readonly seconds: number | undefined;
  /** The TTL that it hands to its clients, which keep the answer for as long themselves. */
  readonly handedOut: number | undefined;
  /** False if `seconds` is only the most that the text allows. */
  readonly exact: boolean;
  readonly because: string;
}

interface Message {
  readonly ttl: number;
  readonly exact: boolean;
  readonly because: string;
}

const KUBERNETES_TTL = 5;
/** The kubernetes plugin's cap on the TTL of the SOA record in a negative answer. */
const SOA_TTL = 300;
/** The longest TTL that the cache plugin takes from a message. */
const MESSAGE_TTL = 3600;

function fallsThrough(kubernetes: Directive, name: string): boolean {
  return kubernetes.block?.options.some((option) => option.name.text === 'fallthrough' &&
    (option.args.length === 0 || option.args.some(({ text }) => covers(zoneOf(text), name)))) ?? false;
}

/** The TTL of the negative answer before it comes to the cache. */
function message(block: ServerBlock, name: string): Message {
  const kubernetes = directives(block, 'kubernetes').find((directive) => {
    const zones = directive.args.length > 0 ? directive.args.map(({ text }) => zoneOf(text)) : blockZones(block);
    return zones.some((zone) => covers(zone, name));
  });
  if (kubernetes === undefined) return { ttl: MESSAGE_TTL, exact: false, because: 'the TTL is the upstream server\'s' };
  if (fallsThrough(kubernetes, name)) return { ttl: MESSAGE_TTL, exact: false, because: 'kubernetes falls through, so the TTL is the next plugin\'s' };
  const option = kubernetes.block?.options.filter(({ name: word }) => word.text === 'ttl').pop();
  const ttl = integer(option?.args[0]?.text);
  const because = ttl === undefined ? `kubernetes has its default ttl ${KUBERNETES_TTL}` : `kubernetes has ttl ${ttl}`;
  return { ttl: Math.min(ttl ?? KUBERNETES_TTL, SOA_TTL), exact: true, because: (ttl ?? 0) > SOA_TTL ? `${because}, capped at ${SOA_TTL}` : because };
}

function uncached(answer: Message, because: string, exact = answer.exact): NegativeCaching {
  return { seconds: 0, handedOut: answer.ttl, exact, because };
}

function ofBlock(block: ServerBlock, name: string): NegativeCaching {
  const answer = message(block, name);
  const [cache] = directives(block, 'cache');
  if (cache === undefined) {
    const known = block.imports.every((line) => line.snippet);
    return uncached(answer, known ? 'there is no cache plugin' : 'there is no cache plugin, unless an imported file brings one', known);
  }
  const options = cacheOptions(cache);
  const exact = answer.exact && !cache.tokens.some(({ text }) => hasVariable(text)) && cache.imports.every((line) => line.snippet);
  if (options.zones && !options.zones.some((zone) => covers(zone, name))) {
    return uncached(answer, `cache is limited to ${options.zones.map((zone) => zone || '.').join(' ')}`, exact);
  }
  const ttl = Math.min(Math.max(answer.ttl, options.denialMinTtl), options.denialTtl);
  const disabled = (zones: readonly string[]) => zones.some((zone) => covers(zone, name));
  const formula = `${answer.because}; cache keeps it at least ${options.denialMinTtl} and at most ${options.denialTtl} seconds`;
  if (!disabled(options.disabled.denial)) return { seconds: ttl, handedOut: ttl, exact, because: formula };
  if (options.refresh === undefined || disabled(options.disabled.success)) {
    return { seconds: 0, handedOut: ttl, exact, because: 'cache has disable denial for the name' };
  }
  const because = `${options.refresh.name.text} stores negative answers in spite of disable denial; ${formula}`;
  return { seconds: ttl, handedOut: ttl, exact: false, because };
}

/** How long CoreDNS with this Corefile keeps the answer that a name does not exist. */
export function negativeSeconds(text: string, name: string): NegativeCaching {
  const unknown = (because: string) => ({ seconds: undefined, handedOut: undefined, exact: false, because });
  const file = parse(text);
  const [error] = file.errors;
  if (error) return unknown(`CoreDNS refuses the Corefile: line ${error.line}: ${error.message}`);
  const readings = answering(file, zoneOf(name)).map((block) => ofBlock(block, zoneOf(name)));
  if (readings.length === 0) return unknown('no server block answers for the name');
  return readings.reduce((worst, reading) => (reading.seconds! > worst.seconds! ? reading : worst));
}
