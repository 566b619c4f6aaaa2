import { CACHE_ARGUMENTS } from './cache-arguments';
import { integer } from './cache-options';
import { goDuration } from './go-duration';

type Args = readonly string[];

/** What a plugin or an option takes, as a sentence for the one who wrote something else. */
export interface Shape {
  readonly takes: string;
  readonly accepts: (args: Args) => boolean;
}

/** What a plugin takes on its line and in its option block; what is left out is not judged. */
export interface PluginShape {
  readonly args?: Shape;
  readonly options?: Readonly<Record<string, Shape>>;
}

const NOTHING: Shape = { takes: 'nothing', accepts: (args) => args.length === 0 };
const ANYTHING: Shape = { takes: 'anything', accepts: () => true };
const SOME: Shape = { takes: 'at least one argument', accepts: (args) => args.length > 0 };
const ADDRESS: Shape = { takes: 'at most one address with its port, such as :8080', accepts: ([address, ...more]) => more.length === 0 && (address === undefined || hasPort(address)) };

function hasPort(address: string): boolean {
  return /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(address);
}

function first(takes: string, accepts: (argument: string) => boolean): Shape {
  return { takes, accepts: ([argument]) => argument !== undefined && accepts(argument) };
}

function only(takes: string, accepts: (argument: string) => boolean): Shape {
  return { takes, accepts: ([argument, ...more]) => more.length === 0 && argument !== undefined && accepts(argument) };
}

function within(text: string, least: number, most: number): boolean {
  const number = integer(text);
  return number !== undefined && number >= least && number <= most;
}

/** A number of 32 bits without a sign, as Go's strconv.ParseUint reads it. */
function unsigned(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) <= 0xffffffff;
}

function lasting(text: string, least: number): boolean {
  return (goDuration(text) ?? -Infinity) >= least;
}

/** plugin/reload/setup.go: a jitter of 0 is refused up to 1.11 and taken later. */
function reload(args: Args): boolean {
  const [interval, jitter] = args;
  if (args.length > 2 || (interval !== undefined && !lasting(interval, 2))) return false;
  return jitter === undefined || goDuration(jitter) === 0 || lasting(jitter, 1);
}

/** plugin/loadbalance/setup.go; 1.8.0 has no `weighted` yet. */
function loadbalance([policy, file, ...more]: Args): boolean {
  if (policy === 'weighted') return file !== undefined && more.length === 0;
  return policy === undefined || (policy === 'round_robin' && file === undefined);
}

const COUNT = only('a whole number from 0', (text) => within(text, 0, Infinity));

/** plugin/kubernetes/setup.go ParseStanza. */
const KUBERNETES: PluginShape = {
  options: {
    endpoint_pod_names: NOTHING,
    pods: only('disabled, insecure or verified', (mode) => ['disabled', 'insecure', 'verified'].includes(mode)),
    namespaces: SOME,
    endpoint: SOME,
    tls: { takes: 'a certificate, a key and a CA certificate', accepts: (args) => args.length === 3 },
    labels: SOME,
    namespace_labels: SOME,
    fallthrough: ANYTHING,
    ttl: first('a whole number of seconds from 0 to 3600', (text) => within(text, 0, 3600)),
    noendpoints: NOTHING,
    zonal: NOTHING,
    ignore: { takes: 'empty_service', accepts: ([what]) => what === undefined || what === 'empty_service' },
    kubeconfig: { takes: 'a file, then if wanted a context', accepts: (args) => args.length === 1 || args.length === 2 },
    multicluster: ANYTHING,
    startup_timeout: first('a duration such as 5s', (text) => goDuration(text) !== undefined),
    apiserver_qps: only('a number from 0', (text) => Number(text) >= 0 && text.trim() !== ''),
    apiserver_burst: COUNT,
    apiserver_max_inflight: COUNT,
  },
};

/** plugin/forward/setup.go parseBlock; addresses and host names are not judged. */
const FORWARD: PluginShape = {
  args: { takes: 'a zone, then at least one address', accepts: (args) => args.length > 1 },
  options: {
    except: SOME,
    max_fails: only('a whole number from 0', unsigned),
    max_connect_attempts: only('a whole number from 0', unsigned),
    health_check: first('a duration such as 0.5s', (text) => lasting(text, 0)),
    force_tcp: NOTHING,
    prefer_udp: NOTHING,
    tls: { takes: 'at most three files', accepts: (args) => args.length <= 3 },
    tls_servername: only('a name', () => true),
    expire: only('a duration such as 10s', (text) => lasting(text, 0)),
    max_age: only('a duration such as 10s', (text) => lasting(text, 0)),
    max_idle_conns: COUNT,
    read_timeout: only('a duration such as 2s', (text) => lasting(text, 1e-9)),
    doh_method: only('GET or POST', (text) => ['GET', 'POST'].includes(text)),
    policy: only('random, round_robin or sequential', (text) => ['random', 'round_robin', 'sequential'].includes(text)),
    max_concurrent: COUNT,
    next: SOME,
    next_on_nodata: NOTHING,
    failfast_all_unhealthy_upstreams: NOTHING,
    failover: SOME,
    resolver: SOME,
    source_address: only('an address', () => true),
  },
};

/** What the plugins of a cluster's Corefile take: plugin/<name>/setup.go of coredns v1.15.0; an option that an older one lacks is taken for known. */
export const PLUGIN_SHAPES: ReadonlyMap<string, PluginShape> = new Map<string, PluginShape>([
  ['cache', { args: { takes: 'a TTL from 1', accepts: ([ttl]) => (integer(ttl) ?? 1) >= 1 }, options: CACHE_ARGUMENTS }],
  ['kubernetes', KUBERNETES],
  ['forward', FORWARD],
  ['reload', { args: { takes: 'an interval from 2s, then if wanted a jitter from 1s', accepts: reload } }],
  ['health', { args: ADDRESS, options: { lameduck: only('a duration such as 5s', (text) => goDuration(text) !== undefined) } }],
  ['ready', { args: ADDRESS, options: { monitor: only('until-ready or continuously', (text) => ['until-ready', 'continuously'].includes(text)) } }],
  ['prometheus', { args: ADDRESS, options: { runtime_metrics: NOTHING, tls: only('a file', () => true) } }],
  ['loop', { args: NOTHING }],
  ['errors', { args: { takes: 'nothing, or stdout', accepts: (args) => args.length === 0 || (args.length === 1 && args[0] === 'stdout') } }],
  ['loadbalance', { args: { takes: 'nothing, round_robin, or weighted and a file', accepts: loadbalance } }],
  ['bufsize', { args: { takes: 'at most one whole number from 512 to 4096', accepts: (args) => args.length === 0 || (args.length === 1 && within(args[0], 512, 4096)) } }],
]);

/** Options that another plugin has too, or that may be the name of one. */
const COMMON: ReadonlySet<string> = new Set(['ignore', 'labels', 'monitor', 'next', 'policy', 'resolver', 'tls']);

function ownedOptions([plugin, { options = {} }]: readonly [string, PluginShape]): Array<readonly [option: string, plugin: string]> {
  return Object.keys(options).filter((option) => !COMMON.has(option)).map((option) => [option, plugin]);
}

/** Options by the plugin that has them: what stands in the place of a plugin where a "{" is missing. */
export const OPTION_OWNERS: ReadonlyMap<string, string> = new Map([...PLUGIN_SHAPES].flatMap(ownedOptions));
