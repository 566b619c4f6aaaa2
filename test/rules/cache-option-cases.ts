/** Options of a cache that CoreDNS 1.15.0 refuses; oracle/rule-variants.ts starts it with each. */
export const REFUSED: readonly string[] = [
  'denial', 'denial x', 'denial 9984 5s', 'denial 9984 0', 'denial 9984 5 -1', 'success 9984 0', 'prefetch', 'prefetch -1', 'prefetch 1 2', 'prefetch 1 1m 5%',
  'prefetch 1 1m 20', 'prefetch 1 1m 20% x', 'serve_stale 5', 'serve_stale -1s', 'serve_stale 1h never', 'serve_stale_policy x', 'servfail', 'servfail 6m', 'servfail 5',
  'disable', 'disable negative', 'keepttl 5',
];

/** Options of a cache with which CoreDNS 1.15.0 starts. */
export const ACCEPTED: readonly string[] = [
  'denial 9984', 'denial 0', 'denial -1', 'denial 9984 5 0 7', 'success 9984 30 0', 'prefetch 0', 'prefetch 10 1m 10%', 'serve_stale', 'serve_stale 1h',
  'serve_stale 1h30m verify 1s', 'serve_stale 0', 'servfail 0', 'servfail 1.5s', 'disable denial', 'disable success a.test', 'keepttl', '"denial" "9984"',
  'serve_stale\n    serve_stale_policy PREFER_POSITIVE',
];
