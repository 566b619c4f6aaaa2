import { cacheOptions } from './cache-options';
import { cachePatch, CachePatch, CacheRequest } from './cache-patch';
import { Corefile, Directive, Import, ServerBlock } from './cst';
import { parse } from './parse';
import { print } from './print';
import { ownCache, refuse, refuseBroken, refuseGlued, refuseLeak, refuseUnreadable, Refusal, Refused } from './refusal';
import { answering, answeringWithin } from './server-block';
import { verify } from './verify';
import { coveredBy, covers, zoneOf } from './zone';

export type { CacheRequest } from './cache-patch';
export type { Refusal, RefusalCode } from './refusal';

/** What became of one server block. */
export interface BlockInfo {
  readonly keys: readonly string[];
  /** The line of its first key. */
  readonly line: number;
  readonly outcome: 'edited' | 'as-requested' | 'no-cache' | 'zones-not-cached';
}

export type PatchResult =
  | {
    readonly text: string;
    readonly changed: boolean;
    readonly blocks: readonly BlockInfo[];
    /** Imported files, which were not read. */
    readonly unread: Unread;
    readonly refusal?: undefined;
  }
  | { readonly refusal: Refusal };

/** Patterns of imported files, by where they stand. */
export interface Unread {
  /** Between the server blocks: a server block of theirs may answer instead. */
  readonly between: readonly string[];
  /** In the server blocks that were looked at. */
  readonly inside: readonly string[];
}

const ZONE = /^(?=.{1,253}$)[a-z0-9_*-]{1,63}(\.[a-z0-9_*-]{1,63})*$/i;

/** The request with each zone once, and none inside another. */
function tidy(request: CacheRequest): CacheRequest {
  const bad = request.zones.find((zone) => !ZONE.test(zone));
  if (bad !== undefined) throw new RangeError(`"${bad}" is no zone: a DNS name without a trailing dot is needed`);
  if (request.zones.length === 0) throw new RangeError('a zone is needed: without one, CoreDNS would stop caching everything');
  const { capacity, ttl } = request.denial ?? { capacity: 1, ttl: 1 };
  if (![capacity, ttl].every((number) => Number.isSafeInteger(number) && number >= 1)) {
    throw new RangeError('capacity and ttl of denial are integers from 1: CoreDNS refuses a TTL of 0');
  }
  const all = new Set(request.zones.map(zoneOf));
  const kept = new Map<string, string>();
  for (const zone of request.zones) {
    const name = zoneOf(zone);
    const parent = name.slice(name.indexOf('.') + 1);
    if (!kept.has(name) && (parent === name || !coveredBy(all, parent))) kept.set(name, zone);
  }
  return { ...request, zones: [...kept.values()] };
}

/** The zones of the request that each server block answers for, at least in part. */
function zonesByBlock(file: Corefile, zones: readonly string[]): Map<ServerBlock, string[]> {
  const found = new Map<ServerBlock, string[]>();
  for (const zone of zones) {
    if (answering(file, zoneOf(zone)).length === 0) {
      refuse('zone-not-served', file.blocks[0].keys[0].token, `no server block answers for ${zone}`, 'give the Corefile of the server that answers for the zone');
    }
    for (const block of answeringWithin(file, zoneOf(zone))) {
      const own = found.get(block);
      if (own) own.push(zone);
      else found.set(block, [zone]);
    }
  }
  return found;
}

/** The zones of which a cache holds answers. */
function cachedOf(cache: Directive, zones: readonly string[]): readonly string[] {
  const limits = cacheOptions(cache).zones;
  return zones.filter((zone) => !limits || limits.some((limit) => covers(limit, zoneOf(zone)) || covers(zoneOf(zone), limit)));
}

function filesOf(imports: readonly Import[]): string[] {
  return imports.filter((line) => !line.snippet).map((line) => line.pattern.text);
}

class Editor {
  private readonly file: Corefile;
  private readonly blocks: BlockInfo[] = [];
  private readonly patches: CachePatch[] = [];
  private readonly caches = new Map<Directive, CacheRequest>();

  public constructor(private readonly source: string, private readonly request: CacheRequest) {
    this.file = parse(source);
  }

  public run(): PatchResult {
    const { file } = this;
    refuseBroken(file);
    const byBlock = zonesByBlock(file, this.request.zones);
    for (const [block, zones] of byBlock) {
      this.blocks.push({ keys: block.keys.map((key) => key.text), line: block.keys[0].token.line, outcome: this.editBlock(block, zones) });
    }
    if (this.blocks.every(({ outcome }) => outcome === 'no-cache')) {
      const [{ keys: [key], line }] = this.blocks;
      refuse('no-cache', { line, column: 1 }, `the server block ${key} has no cache: negative answers are not cached there`, 'nothing to do in this file');
    }
    const text = print(file, this.patches.flatMap(({ splices }) => splices));
    verify(file, parse(text), this.caches);
    const unread = { between: filesOf(file.imports), inside: filesOf([...byBlock.keys()].flatMap((block) => block.imports)) };
    return { text, changed: text !== this.source, blocks: this.blocks, unread };
  }

  private editBlock(block: ServerBlock, zones: readonly string[]): BlockInfo['outcome'] {
    const cache = ownCache(block);
    if (!cache) return 'no-cache';
    refuseUnreadable(cache);
    const cached = cachedOf(cache, zones);
    if (cached.length === 0) return 'zones-not-cached';
    const request = { ...this.request, zones: cached };
    if (request.disable.includes('denial') && !request.disable.includes('success')) refuseLeak(cache, cached.map(zoneOf));
    const patch = cachePatch(this.file, cache, request);
    refuseGlued(this.file, patch.lines);
    this.patches.push(patch);
    this.caches.set(cache, request);
    return patch.splices.length > 0 ? 'edited' : 'as-requested';
  }
}

/** Edits the `cache` directives that hold answers of the requested zones, and nothing else. The same request changes nothing a second time. */
export function patchCache(text: string, request: CacheRequest): PatchResult {
  const tidied = tidy(request);
  try {
    return new Editor(text, tidied).run();
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}
