import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { Trial } from './trials';
import { COREDNS_VERSIONS, CoreDnsVersion } from '../e2e/build/programs';
import { Applied, applied } from '../e2e/core-dns/applied';
import { ServerText } from '../e2e/core-dns/server-text';
import { Advice, Situation } from '../src/cluster-dns/advice';
import { advise } from '../src/cluster-dns/advise';
import { bundledCoreDns } from '../src/cluster-dns/bundled-coredns';
import { Format, formatsOf } from '../src/cluster-dns/deliver';
import { Platform } from '../src/cluster-dns/platform';
import { PLATFORMS } from '../src/cluster-dns/platforms';
import { SCOPES, ServiceName } from '../src/cluster-dns/service-name';
import { atLeast, coreDnsVersion, DISABLE_SINCE, Version } from '../src/cluster-dns/version';
import { parse } from '../src/corefile/parse';
import { DEFAULTS, NODE_LOCAL, text as currentOf } from '../test/cluster-dns/situations';
import { kubeadm } from '../test/corefile/corefiles';

/** A text that the advisor brings into a cluster, and the versions that must start with it. */
export interface AdvisedText extends ServerText {
  readonly name: string;
  readonly versions: readonly CoreDnsVersion[];
  /**
   * Zones that must be served at the port of the main server block by then.
   *
   * @default - none
   */
  readonly ownZones?: readonly string[];
}

/** What a platform's advice came to. */
export interface Advised {
  readonly platform: Platform;
  readonly texts: readonly AdvisedText[];
  /** How often each kind of advice was given. */
  readonly kinds: Readonly<Partial<Record<Advice['kind'], number>>>;
}

const SERVICES: readonly ServiceName[] = [{ service: 'db', namespace: 'prod', domain: 'cluster.local' }];
/** A text that somebody changed: what a platform leaves alone at an upgrade. */
const CUSTOMISED = kubeadm('cache 30');

/** What is known of the versions: nothing, that of Kubernetes, or that of CoreDNS. */
const KNOWN: ReadonlyArray<Pick<Situation, 'kubernetesVersion' | 'coreDnsVersion'>> = [
  {}, { kubernetesVersion: '1.22' }, { kubernetesVersion: '1.28' }, { kubernetesVersion: '1.33' },
  ...COREDNS_VERSIONS.map((version) => ({ coreDnsVersion: version })),
];
const FRONTS: ReadonlyArray<Pick<Situation, 'nodeLocal' | 'nodeLocalCoreDnsVersion'>> = [
  {}, ...[undefined, ...COREDNS_VERSIONS].map((version) => ({ nodeLocal: currentOf(NODE_LOCAL), nodeLocalCoreDnsVersion: version })),
];
const BOOLEANS = [false, true];

function from(since: Version): readonly CoreDnsVersion[] {
  return COREDNS_VERSIONS.filter((version) => atLeast(coreDnsVersion(version)!, since));
}

/** The Corefiles that a platform may have: its own, a changed one, or one that nobody gave. */
function currents({ id, delivery }: Platform): Array<string | undefined> {
  const own = DEFAULTS[id];
  return [own, ...(delivery === 'config-map' ? [CUSTOMISED] : []), ...(delivery === 'own-server-block' || own === undefined ? [undefined] : [])];
}

function situations(platform: Platform): Situation[] {
  return currents(platform).flatMap((corefile) => KNOWN.flatMap((known) => FRONTS.flatMap((front) => SCOPES.flatMap((scope) => (
    BOOLEANS.flatMap((denialOnly) => (platform.kubeadmUpgrade ? BOOLEANS : [false]).map((aboutToUpgrade) => ({
      platform, ...(corefile !== undefined && { current: currentOf(corefile) }), ...known, ...front, scope, denialOnly, aboutToUpgrade, services: SERVICES,
    })))
  )))));
}

/** The versions of CoreDNS that a text is for: the one that was told, those that the Kubernetes version tells, or all that know its options. */
function versions(text: string, told: string | undefined, bundled: Version | undefined): readonly CoreDnsVersion[] {
  if (told !== undefined) return from([0, 0, 0]).filter((version) => version === told);
  return bundled ? from(bundled) : /^\s*disable /m.test(text) ? from(DISABLE_SINCE) : COREDNS_VERSIONS;
}

/** The version that comes with the Kubernetes version there. */
function bundledWith({ platform: { bundle }, kubernetesVersion }: Situation): Version | undefined {
  return bundle && kubernetesVersion ? bundledCoreDns(bundle, Number(kubernetesVersion.split('.')[1])) : undefined;
}

/** Whether the present text already says that its CoreDNS is a later one than was told. */
function contradicts({ current, coreDnsVersion: told }: Situation): boolean {
  return told !== undefined && /^\s*disable /m.test(current?.corefile ?? '') && !atLeast(coreDnsVersion(told)!, DISABLE_SINCE);
}

/** The texts of one platform, each once, with every version that some advice gives it to. */
class Texts {
  private readonly all = new Map<string, AdvisedText>();
  private readonly files = new Map<string, ReadonlyArray<readonly [format: Format, texts: Applied]>>();

  public constructor(private readonly platform: Platform) {}

  public get list(): readonly AdvisedText[] {
    return [...this.all.values()];
  }

  public addAdvice(situation: Situation, advice: Advice): void {
    const { scope, denialOnly, coreDnsVersion: told, nodeLocalCoreDnsVersion } = situation;
    const bundled = bundledWith(situation);
    const name = `${this.platform.id} for the ${scope}${denialOnly ? ', denial only' : ''}`;
    for (const [format, { coreDns, nodeLocal }] of this.applied(situation, advice)) {
      const ownZones = coreDns?.custom && { ownZones: advice.zones };
      if (coreDns) this.add(`${name}, ${format}`, { ...coreDns, ...ownZones }, versions(coreDns.corefile, told, bundled));
      if (nodeLocal !== undefined) this.add(`${name}, ${format}, NodeLocal`, { corefile: nodeLocal }, versions(nodeLocal, nodeLocalCoreDnsVersion, undefined));
    }
  }

  /** Every format of the same advice, rendered once. */
  private applied({ current }: Situation, advice: Advice) {
    // Where no Corefile was given, it is started with the one that the platform comes with.
    const corefile = current?.corefile ?? DEFAULTS[this.platform.id] ?? '';
    const { edit, nodeLocalEdit, serverBlock, negativeTtl } = advice;
    const key = JSON.stringify([corefile, edit?.text, nodeLocalEdit?.text, serverBlock, negativeTtl]);
    const found = this.files.get(key) ?? formatsOf(this.platform.delivery).map((format) => [format, applied(advice, format, corefile)] as const);
    this.files.set(key, found);
    return found;
  }

  private add(name: string, text: Omit<AdvisedText, 'name' | 'versions'>, given: readonly CoreDnsVersion[]): void {
    const key = JSON.stringify([text.corefile, text.custom]);
    const before = this.all.get(key) ?? { name, ...text, versions: [] };
    this.all.set(key, { ...before, versions: COREDNS_VERSIONS.filter((version) => [...before.versions, ...given].includes(version)) });
  }
}

/** Everything that the advisor brings into a cluster, platform by platform, whatever is known and wanted there. */
export function advised(platforms: readonly Platform[] = PLATFORMS): readonly Advised[] {
  return platforms.map((platform) => {
    const texts = new Texts(platform);
    const kinds: Partial<Record<Advice['kind'], number>> = {};
    for (const situation of situations(platform).filter((each) => !contradicts(each))) {
      const advice = advise(situation);
      kinds[advice.kind] = (kinds[advice.kind] ?? 0) + 1;
      if (advice.kind !== 'nothing' && advice.kind !== 'refused') texts.addAdvice(situation, advice);
    }
    return { platform, texts: texts.list, kinds };
  });
}

/** The Corefiles of the example: as it is given, and as its patch renders it. */
export function exampleTexts(): readonly AdvisedText[] {
  const folder = join(__dirname, '..', 'examples', 'coredns-negative-cache');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const [after] = parseAllDocuments(read('manifests/cluster-dns.k8s.yaml')).map((document) => document.toJS()).filter(({ kind }) => kind === 'ConfigMap');
  return [
    { name: 'example, before', corefile: read('corefile.before'), versions: COREDNS_VERSIONS },
    { name: 'example, after', corefile: after.data.Corefile, versions: from(DISABLE_SINCE) },
  ];
}

/** Platforms that take a change, and are given none: forgotten here, or in the advice. */
export function withoutTexts(all: readonly Advised[]): string[] {
  const takesNone = ({ delivery }: Platform) => delivery === 'no-setting' || delivery === 'no-corefile';
  return all.filter(({ platform, texts }) => texts.length === 0 && !takesNone(platform))
    .map(({ platform: { id }, kinds }) => `${id} takes a change, and there is no text for it: ${JSON.stringify(kinds)}`);
}

/** The zones that CoreDNS must tell that it serves. */
function served({ corefile, ownZones = [] }: AdvisedText): string[] {
  const keys = parse(corefile).blocks.flatMap(({ keys: own }) => own.map(({ text }) => text.replace(/\.?:/, '.:')));
  const [port] = keys.map((key) => key.replace(/^.*:/, ''));
  return [...keys, ...ownZones.map((zone) => `${zone}.:${port}`)];
}

/** Each text with each version that it is for. */
export function adviceTrials(texts: readonly AdvisedText[]): Trial[] {
  return texts.flatMap((each) => each.versions.map((version) => ({
    name: each.name,
    version,
    text: each.corefile,
    files: Object.fromEntries(Object.entries(each.custom ?? {}).map(([key, text]) => [`custom/${key}`, text])),
    env: {},
    ofCluster: true,
    expected: { served: served(each) },
  })));
}
