import { OPTION_OWNERS } from './plugin-arguments';

/** Every plugin that some CoreDNS from 1.8.0 to 1.15.0 is built with: plugin.cfg of each. */
const STOCK: ReadonlySet<string> = new Set((
  'acl any auto autopath azure bind bufsize cache cancel chaos clouddns debug dns64 dnssec dnstap dynupdate erratic errors etcd file forward geoip grpc '
  + 'grpc_server header health hosts https https3 k8s_external kubernetes loadbalance local log loop metadata minimal multisocket nomad nsid on pprof '
  + 'prometheus proxyproto quic ready reload rewrite root route53 secondary shed sign siit template timeouts tls trace transfer tsig view whoami'
).split(' '));

/** Plugins of custom builds whose names are near to those of stock ones: https://coredns.io/explugins. */
const EXTERNAL: ReadonlySet<string> = new Set(['alias', 'git', 'kubernetai', 'k8s_crd', 'k8s_gateway', 'mdns', 'pdsql', 'redis', 'redisc', 'rrl']);

/** Plugins that were taken out of CoreDNS before 1.8.0, and what does their work: release notes of 1.5.0 and 1.7.0. */
const REMOVED: ReadonlyMap<string, string> = new Map([
  ['proxy', 'write forward, with the same zone and addresses'],
  ['federation', 'take it out'],
]);

/** What is the matter with the name of a plugin. */
export interface NameProblem {
  /** Whether no CoreDNS starts with it, as opposed to one without such a plugin. */
  readonly surely: boolean;
  readonly message: string;
  readonly fix: string;
}

/** Edits of one character, two neighbours that changed places counted as one, from one word to another; no more than `most` are counted. */
function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let at = 1; at <= to.length; at++) {
      const same = from[row - 1] === to[at - 1];
      next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
      const swapped = row > 1 && at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1];
      if (swapped) next[at] = Math.min(next[at], before[at - 2] + 1);
    }
    [before, last] = [last, next];
  }
  return last[to.length];
}

/** The stock plugin that a name is a misspelling of. */
function meant(name: string): string | undefined {
  const word = name.toLowerCase();
  if (STOCK.has(word)) return word;
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  return [...STOCK].find((plugin) => plugin.length >= 3 && distance(word, plugin, most) <= most);
}

/** Why CoreDNS may not know a plugin of this name; undefined for one that stock CoreDNS has. */
export function nameProblem(name: string): NameProblem | undefined {
  if (STOCK.has(name)) return undefined;
  const unknown = 'CoreDNS knows no plugin of this name and does not start';
  const successor = REMOVED.get(name);
  if (successor !== undefined) return { surely: true, message: 'stock CoreDNS from 1.7 on has no such plugin any more and does not start', fix: successor };
  const owner = OPTION_OWNERS.get(name);
  if (owner !== undefined) {
    return { surely: true, message: `it is an option of ${owner} and stands where a plugin must stand: ${unknown}`, fix: `put it into the option block of ${owner}, with a blank before its "{"` };
  }
  if (!EXTERNAL.has(name)) {
    const plugin = meant(name);
    if (plugin !== undefined) return { surely: true, message: unknown, fix: `write ${plugin}` };
    if (!/^[a-z][-_a-z0-9]*$/.test(name)) return { surely: true, message: unknown, fix: 'write one plugin a line, and "{" and "}" apart by blanks' };
  }
  return { surely: false, message: 'it is no plugin of stock CoreDNS: an image that is not built with it does not start', fix: 'make sure that the image has it' };
}
