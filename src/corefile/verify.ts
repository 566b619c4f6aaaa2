import { cacheOptions, disableLines } from './cache-options';
import { CacheRequest } from './cache-patch';
import { Corefile, Directive } from './cst';
import { coveredBy, zoneOf } from './zone';

/** What must not differ: every key, every directive, every token but those of the options of the edited caches. */
function outline(file: Corefile, edited: (block: number, directive: number) => boolean): string {
  return JSON.stringify(file.blocks.map(({ keys, directives }, block) => [
    keys.map(({ text }) => text),
    directives.map(({ tokens, args }, at) => (edited(block, at) ? ['cache', ...args.map(({ text }) => text)] : tokens.map(({ text }) => text))),
  ]));
}

function optionsOf(cache: Directive): readonly string[] {
  return cache.block?.options.filter(({ name, args }) => name.text !== 'denial' && !(name.text === 'disable' && args.length > 0))
    .map(({ name, args }) => [name, ...args].map(({ text }) => text).join(' ')) ?? [];
}

function fails(what: string): never {
  throw new Error(`internal error of the Corefile editor: ${what}; the Corefile was not changed`);
}

/** Throws unless the edited text says of the caches what was requested, and of all else what it said before. */
export function verify(before: Corefile, after: Corefile, caches: ReadonlyMap<Directive, CacheRequest>): void {
  if (after.errors.length + after.warnings.length > 0) fails('the edited text is broken');
  const edited = (block: number, at: number) => caches.has(before.blocks[block]?.directives[at]);
  if (outline(before, edited) !== outline(after, edited)) fails('something else than the cache changed');
  before.blocks.forEach(({ directives }, block) => directives.forEach((cache, at) => {
    const request = caches.get(cache);
    if (!request) return;
    const result = after.blocks[block].directives[at];
    const { disabled, denialTtl, denialMinTtl } = cacheOptions(result);
    const old = cacheOptions(cache);
    const kept = old.denialMinTtl === denialMinTtl && optionsOf(cache).join('\n') === optionsOf(result).join('\n');
    if (!kept) fails('another option of the cache changed');
    if (request.withoutDisable && disableLines(result).length > 0) fails('a line of disable is left');
    for (const kind of ['success', 'denial'] as const) {
      const wanted = [...(request.withoutDisable ? [] : old.disabled[kind]), ...(request.disable.includes(kind) ? request.zones.map(zoneOf) : [])];
      const [have, want] = [new Set(disabled[kind]), new Set(wanted)];
      if (!wanted.every((zone) => coveredBy(have, zone))) fails(`a zone of disable ${kind} is lost`);
      if (!disabled[kind].every((zone) => want.has(zone))) fails(`a zone of disable ${kind} came in`);
    }
    if (denialTtl > Math.min(old.denialTtl, request.denial?.ttl ?? Infinity)) fails('the denial TTL is too long');
  }));
}
