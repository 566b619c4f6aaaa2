import { AnswerTtl, answerTtl } from './answer-ttl';
import { CacheKind } from './cache-options';
import { cacheReading } from './cache-reading';
import { Corefile, ServerBlock } from './cst';
import { parse } from './parse';
import { answering, directives } from './server-block';
import { startProblems } from './start-problem';
import { hasVariable, zoneOf } from './zone';

/** How long CoreDNS goes on giving an answer of one kind that is no longer true. */
export interface Caching {
  /** Seconds for which CoreDNS keeps the answer, or undefined if the text does not tell. */
  readonly seconds: number | undefined;
  /** The TTL that it hands to its clients, which keep the answer for as long themselves. */
  readonly handedOut: number | undefined;
  /** Whether an answer from the cache bears the whole TTL again, and not what is left of it (`keepttl`). */
  readonly keepsTtl: boolean;
  /** False if `seconds` is only what the text lets one expect. */
  readonly exact: boolean;
  readonly because: string;
}

/** How long CoreDNS goes on saying that a name does not exist. */
export type NegativeCaching = Caching;

/** What is known of the server that a forwarding CoreDNS asks. */
export interface Upstream {
  /** The TTL that it hands out. */
  readonly ttl: number;
}

const OTHER: Readonly<Record<CacheKind, CacheKind>> = { success: 'denial', denial: 'success' };
const ANSWERS: Readonly<Record<CacheKind, string>> = { success: 'positive', denial: 'negative' };

function uncached(answer: AnswerTtl, because: string, exact = answer.exact): Caching {
  return { seconds: 0, handedOut: answer.ttl, keepsTtl: false, exact, because };
}

function unknown(because: string): Caching {
  return { seconds: undefined, handedOut: undefined, keepsTtl: false, exact: false, because };
}

function ofBlock(block: ServerBlock, name: string, kind: CacheKind, upstream?: Upstream): Caching {
  const answer = answerTtl(block, name, kind, upstream?.ttl);
  const [cache] = directives(block, 'cache');
  if (cache === undefined) {
    const known = block.imports.every((line) => line.snippet);
    return uncached(answer, known ? 'there is no cache plugin' : 'there is no cache plugin, unless an imported file brings one', known);
  }
  const { options, unknown: cannotTell, holds, disabled } = cacheReading(cache);
  if (cannotTell !== undefined) return unknown(cannotTell);
  if (!holds(name)) return uncached(answer, `cache is limited to ${options.zones?.map((zone) => zone || '.').join(' ')}`);
  const [most, least] = kind === 'denial' ? [options.denialTtl, options.denialMinTtl] : [options.successTtl, options.successMinTtl];
  const fixed = least >= most;
  const formula = `${answer.because}; cache keeps it ${fixed ? `${most} s, whatever the TTL` : `at least ${least} and at most ${most} seconds`}`;
  const ttl = fixed ? most : answer.ttl === undefined ? undefined : Math.min(Math.max(answer.ttl, least), most);
  const exact = fixed || answer.exact;
  const reading = { handedOut: ttl, keepsTtl: options.keepTtl };
  if (!disabled(kind, name)) {
    if (ttl === undefined) return unknown(answer.because);
    if (!options.servesStale) return { ...reading, seconds: ttl, exact, because: formula };
    return { ...reading, seconds: ttl, exact: false, because: `${formula}; serve_stale may answer with it once more after that` };
  }
  if (options.refresh === undefined || disabled(OTHER[kind], name)) {
    return { ...reading, seconds: 0, exact, because: `cache has disable ${kind} for the name` };
  }
  // The writers of both refreshes have no list of disabled zones (plugin/cache/cache.go, newPrefetchResponseWriter).
  const because = `${options.refresh.name.text} stores ${ANSWERS[kind]} answers in spite of disable ${kind}; ${formula}`;
  return { ...reading, seconds: ttl, exact: false, because };
}

/** How long the CoreDNS of a parsed Corefile keeps an answer of one kind about a name. */
export function caching(file: Corefile, name: string, kind: CacheKind, upstream?: Upstream): Caching {
  const [error] = file.errors;
  if (error) return unknown(`CoreDNS refuses the Corefile: line ${error.line}: ${error.message}`);
  const variable = file.blocks.flatMap(({ keys }) => keys).find(({ text }) => hasVariable(text));
  if (variable) return unknown(`the zone ${variable.text} depends on the environment of CoreDNS`);
  const [problem] = startProblems(file);
  if (problem) return unknown(`line ${problem.token.line}: ${problem.message}`);
  const readings = answering(file, zoneOf(name)).map((block) => ofBlock(block, zoneOf(name), kind, upstream));
  if (readings.length === 0) return unknown('no server block answers for the name');
  return readings.find(({ seconds }) => seconds === undefined) ?? readings.reduce((worst, reading) => (reading.seconds! > worst.seconds! ? reading : worst));
}

/** How long CoreDNS with this Corefile keeps the answer that a name does not exist. */
export function negativeSeconds(text: string, name: string, upstream?: Upstream): NegativeCaching {
  return caching(parse(text), name, 'denial', upstream);
}

/** How long CoreDNS with this Corefile keeps the address that a name had. */
export function positiveSeconds(text: string, name: string, upstream?: Upstream): Caching {
  return caching(parse(text), name, 'success', upstream);
}
