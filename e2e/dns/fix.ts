import { CacheRequest, patchCache } from '../../src/corefile/edit';

/** A change to a Corefile against answers that are kept too long. */
export interface Fix {
  readonly name: string;
  /** The text for the names of one Service. */
  apply(corefile: string, service: string): string;
}

function edit(name: string, request: Omit<CacheRequest, 'zones'>): Fix {
  return { name, apply: (corefile, service) => patched(corefile, { ...request, zones: [service] }) };
}

/** @throws with the refusal of the editor */
export function patched(corefile: string, request: CacheRequest): string {
  const result = patchCache(corefile, request);
  if (result.refusal) throw new Error(`${result.refusal.code}, line ${result.refusal.line}: ${result.refusal.message}; ${result.refusal.fix}`);
  return result.text;
}

export const NONE: Fix = { name: 'none', apply: (corefile) => corefile };
export const DISABLE_BOTH = edit('disable success + denial', { disable: ['success', 'denial'] });
export const DISABLE_DENIAL = edit('disable denial', { disable: ['denial'] });
export const SHORT_DENIAL = edit('denial 9984 1', { disable: [], denial: { capacity: 9984, ttl: 1 } });
/** The cure of those who write of the thirty seconds: everything is kept for five. */
export const SHORT_CACHE: Fix = { name: 'cache 5', apply: (corefile) => corefile.replace(/\bcache 30\b/, 'cache 5') };
