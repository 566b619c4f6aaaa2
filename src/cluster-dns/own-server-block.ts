import { AdviceRefusal } from './advice';
import { Platform } from './platform';
import { kubernetesOf } from '../corefile/answer-ttl';
import { Corefile, Option, ServerBlock } from '../corefile/cst';
import { answering, blockZones } from '../corefile/server-block';
import { zoneOf } from '../corefile/zone';

/** Plugins of a main server block that the own one has too, or that concern the whole process or outside names. */
const NO_LOSS = new Set([
  'errors', 'kubernetes', 'loadbalance', 'cache', 'forward', 'health', 'ready', 'prometheus', 'reload', 'loop', 'import', 'bind', 'bufsize',
]);
/** Options of kubernetes that decide how the API server is reached and what is served: plugin/kubernetes/setup.go ParseStanza. */
const TAKEN_OVER = new Set([
  'endpoint', 'tls', 'kubeconfig', 'startup_timeout', 'apiserver_qps', 'apiserver_burst', 'apiserver_max_inflight',
  'namespaces', 'namespace_labels', 'labels', 'endpoint_pod_names', 'ignore', 'zonal',
]);
/** Options that say nothing about these names, or that the server block decides by itself. */
const OWN = new Set(['ttl', 'pods', 'fallthrough']);
const SERVERS = /\.server$/;

/** Why a wish for a key of coredns-custom cannot be met; undefined if it can. */
export function keyProblem(key: string, platform: Platform): { readonly message: string; readonly fix: string } | undefined {
  if (platform.delivery !== 'own-server-block') return { message: `${platform.title} has no ConfigMap coredns-custom that a key could be of`, fix: 'leave it out' };
  if (key.endsWith('.server')) return { message: `"${key}" would be the key ${key}.server`, fix: `write ${key.replace(SERVERS, '') || 'a name before .server'}` };
  if (!/^[-._a-zA-Z0-9]{1,240}$/.test(key)) return { message: `"${key}" is no key of a ConfigMap`, fix: 'write letters, digits, "-", "_" and "."' };
  return undefined;
}

function portOf(block: ServerBlock): string | undefined {
  return /:(\d+)$/.exec(block.keys[0].text)?.[1];
}

/** The block that answers for the names today. */
function mainBlock(file: Corefile, zones: readonly string[]): ServerBlock | undefined {
  return answering(file, zoneOf(zones[0]))[0];
}

/** The options of the kubernetes plugin that answers for the names today. */
function optionsOfMain(file: Corefile | undefined, zones: readonly string[]): readonly Option[] {
  const main = file && mainBlock(file, zones);
  return (main && kubernetesOf(main, zoneOf(zones[0]))?.block?.options) ?? [];
}

/** The options of the main kubernetes plugin that its own server block does without. */
export function lostOptions(file: Corefile | undefined, zones: readonly string[]): string[] {
  return [...new Set(optionsOfMain(file, zones).map(({ name }) => name.text).filter((name) => !TAKEN_OVER.has(name) && !OWN.has(name)))];
}

/** Why a server block of its own would not work beside this Corefile. */
export function serverBlockRefusals(file: Corefile, zones: readonly string[]): AdviceRefusal[] {
  const refusals: AdviceRefusal[] = [];
  if (!file.imports.some(({ pattern }) => SERVERS.test(pattern.text))) {
    refusals.push({
      code: 'no-server-import',
      where: 'Corefile',
      message: 'no line between the server blocks imports *.server, so a key of coredns-custom would never be read',
      fix: 'give the Corefile of the cluster as it is, or name the platform that it is of',
    });
  }
  for (const block of file.blocks) {
    const taken = blockZones(block).find((zone) => zones.includes(zone));
    if (taken === undefined) continue;
    refusals.push({
      code: 'zone-already-served',
      where: `Corefile line ${block.keys[0].token.line}`,
      message: `the Corefile has a server block of ${taken} already: with a second one CoreDNS does not start`,
      fix: 'change the caching in that server block by hand',
    });
  }
  return refusals;
}

/**
 * A server block for some zones, without a cache. All zones share it, and with it one set of watches: a second key
 * costs nothing, a second block doubles them.
 *
 * The domain of kubernetes is the whole one: with the zone it would look for Services of that name. It reaches the API
 * server as the main one does, and serves the same namespaces and labels.
 */
export function serverBlock(zones: readonly string[], domains: readonly string[], file: Corefile | undefined, defaultPort: number): string {
  const main = file && mainBlock(file, zones);
  const port = (main && portOf(main)) ?? `${defaultPort}`;
  const bind = main?.directives.find(({ name }) => name.text === 'bind')?.tokens.map(({ text }) => text).join(' ');
  const words = ({ name, args }: Option) => [name, ...args].map(({ start, end }) => file!.source.slice(start, end)).join(' ');
  return [
    `${zones.map((zone) => `${zone}:${port}`).join(' ')} {`,
    '    errors',
    ...(bind === undefined ? [] : [`    ${bind}`]),
    `    kubernetes ${domains.join(' ')} {`,
    ...optionsOfMain(file, zones).filter(({ name }) => TAKEN_OVER.has(name.text)).map((option) => `        ${words(option)}`),
    '        ttl 5',
    '    }',
    '    loadbalance',
    '}',
    '',
  ].join('\n');
}

/** The plugins of the main server block whose work the zones lose. */
export function lostPlugins(file: Corefile | undefined, zones: readonly string[]): string[] {
  const main = file && mainBlock(file, zones);
  return [...new Set(main?.directives.map(({ name }) => name.text).filter((name) => !NO_LOSS.has(name)))];
}
