import { parse as parseYaml } from 'yaml';
import { ServerText } from './server-text';
import { Advice } from '../../src/cluster-dns/advice';
import { deliver, Format } from '../../src/cluster-dns/deliver';
import { Rendered } from '../../src/cluster-dns/delivery/rendered';
import { chartOf } from '../../src/cluster-dns/helm-servers';
import { renderHelmServers } from '../../src/cluster-dns/helm-template';
import { kubernetesDomains } from '../../src/cluster-dns/kubernetes-domain';
import { shortened } from '../../src/cluster-dns/remedy';
import { patchCache } from '../../src/corefile/edit';
import { parse } from '../../src/corefile/parse';
import { print } from '../../src/corefile/print';
import { answering, directives } from '../../src/corefile/server-block';
import { zoneOf } from '../../src/corefile/zone';

/** What is read in a cluster once the files of an advice are applied; absent where it stays as it is. */
export interface Applied {
  readonly coreDns?: ServerText;
  /** The Corefile of NodeLocal DNSCache. */
  readonly nodeLocal?: string;
}

/** Reads the Corefiles out of one file, by the name of their ConfigMap; `MAIN` where the file does not name it. */
type Reader = (file: Rendered, advice: Advice, current: string) => Readonly<Record<string, string>>;

const MAIN = '';

interface Operation { readonly op: string; readonly path: string; readonly value: string }

/** The value of `/data/Corefile` after a JSON patch. */
function patched(operations: readonly Operation[], current: string): string {
  return operations.reduce((text, { op, path, value }) => {
    if (path !== '/data/Corefile') throw new Error(`the patch touches ${path}`);
    if (op === 'test' && value !== text) throw new Error('the patch tests another text than the present one');
    return op === 'replace' ? value : text;
  }, current);
}

/** The present Corefile of one of the two ConfigMaps. */
function currentOf({ nodeLocalEdit }: Advice, name: string, current: string): string {
  return name === nodeLocalEdit?.name ? nodeLocalEdit.current.corefile : current;
}

/** What a chart of Helm makes of the values, by our account of its template. */
function rendered(values: string, { platform }: Advice, current: string): string {
  return renderHelmServers(parseYaml(values), chartOf(platform.delivery, kubernetesDomains(parse(current))));
}

/** What kubespray writes in the place of its variable: every line but the first is indented. */
function withCacheBlock(block: string, { zones }: Advice, current: string): string {
  const file = parse(current);
  const [cache] = answering(file, zoneOf(zones[0])).flatMap((each) => directives(each, 'cache'));
  return print(file, [{ start: cache.name.start, end: cache.tokens.at(-1)!.end, text: block.trimEnd().replace(/\n/g, '\n    ') }]);
}

/** What the DNS operator renders from its field, in every server block. */
function fromOperator({ spec }: { spec: { cache: { negativeTTL: string } } }, { zones }: Advice, current: string): string {
  const result = patchCache(current, shortened(zones, Number(/^(\d+)s$/.exec(spec.cache.negativeTTL)![1])));
  if (result.refusal) throw new Error(result.refusal.message);
  return result.text;
}

const configMap: Reader = ({ text }) => {
  const { metadata, data } = parseYaml(text);
  return { [metadata.name]: data.Corefile };
};

const READERS: Readonly<Partial<Record<Format, Reader>>> = {
  'configmap': configMap,
  'strategic-merge': configMap,
  'json-patch': ({ fileName, text }, advice, current) => {
    const name = fileName.replace(/\.patch\.json$/, '');
    return { [name]: patched(JSON.parse(text), currentOf(advice, name, current)) };
  },
  'kustomize': ({ text }, advice, current) => Object.fromEntries(parseYaml(text).patches.map(({ target: { name }, patch }: any) => (
    [name, patched(JSON.parse(patch), currentOf(advice, name, current))]
  ))),
  'corefile': ({ fileName, text }) => ({ [fileName.replace(/\.Corefile$/, '')]: text }),
  'eks-configuration-values': ({ text }) => ({ [MAIN]: JSON.parse(text).corefile }),
  'helm-values': ({ text }, advice, current) => ({ [MAIN]: rendered(text, advice, current) }),
  'helm-chart-config': ({ text }, advice, current) => ({ [MAIN]: rendered(parseYaml(text).spec.valuesContent, advice, current) }),
  'kops': ({ text }, { nodeLocalEdit }) => {
    const { externalCoreFile, nodeLocalDNS } = parseYaml(text).spec.kubeDNS;
    return { ...(externalCoreFile && { [MAIN]: externalCoreFile }), ...(nodeLocalDNS && { [nodeLocalEdit!.name]: nodeLocalDNS.externalCoreFile }) };
  },
  'kubespray': ({ text }, advice, current) => ({ [MAIN]: withCacheBlock(parseYaml(text).coredns_default_zone_cache_block, advice, current) }),
  'dns-operator': ({ text }, advice, current) => ({ [MAIN]: fromOperator(parseYaml(text), advice, current) }),
};

/** The keys of `coredns-custom`, by name. */
function customOf(format: Format, { fileName, text }: Rendered): Record<string, string> | undefined {
  if (format === 'server-block') return { [fileName]: text };
  return format === 'coredns-custom' ? parseYaml(text).data : undefined;
}

/**
 * The texts that an advice brings into a cluster, read out of the very files that are handed to its user.
 *
 * @param current the present Corefile of CoreDNS
 */
export function applied(advice: Advice, format: Format, current: string): Applied {
  const [first, ...fronts] = deliver(advice, format);
  const onlyFront = advice.nodeLocalEdit && !advice.edit && !advice.serverBlock && advice.negativeTtl === undefined;
  const custom = first && !onlyFront ? customOf(format, first) : undefined;
  const reader = onlyFront && first.object ? configMap : READERS[format]!;
  const texts = {
    ...(first && !custom && reader(first, advice, current)),
    // A change of the node cache is a file of its own: of the same kind, or the ConfigMap.
    ...Object.assign({}, ...fronts.map((front) => (front.object ? configMap : READERS[format]!)(front, advice, current))),
  };
  const nodeLocal = advice.nodeLocalEdit && texts[advice.nodeLocalEdit.name];
  const corefile = texts[MAIN] ?? (advice.edit && texts[advice.edit.name]);
  return {
    ...(custom && { coreDns: { corefile: current, custom } }),
    ...(corefile !== undefined && { coreDns: { corefile } }),
    ...(nodeLocal !== undefined && { nodeLocal }),
  };
}
