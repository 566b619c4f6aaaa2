import { COREDNS_VERSIONS, CoreDnsVersion } from '../e2e/build/programs';
import { CacheRequest, patchCache } from '../src/corefile/edit';
import { DEFAULT_CLUSTER_DOMAIN, serviceFqdn } from '../src/identity/names';
import { corefile, Platform, platforms } from '../test/corefile/corefiles';

/** A Corefile as this project hands it to a user. */
export interface PatchedText {
  readonly name: string;
  readonly text: string;
  /** The versions that must start with it. */
  readonly versions: readonly CoreDnsVersion[];
  /** The versions that must refuse it, and how; so it is seen that a start tells something. */
  readonly refusedBy: readonly CoreDnsVersion[];
}

/** `disable` came with CoreDNS 1.9.4. */
const BEFORE_DISABLE: readonly CoreDnsVersion[] = ['1.8.0'];
const WITH_DISABLE = COREDNS_VERSIONS.filter((version) => !BEFORE_DISABLE.includes(version));

const SERVICE = serviceFqdn({ service: 'db', namespace: 'prod', domain: DEFAULT_CLUSTER_DOMAIN });
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  service: [SERVICE],
  namespace: [SERVICE.slice('db.'.length)],
  cluster: [DEFAULT_CLUSTER_DOMAIN],
};

/** The cache directives that platforms bring, where it is not `cache 30` alone. */
const CACHES: Readonly<Partial<Record<Platform, readonly string[]>>> = {
  'kubeadm to 1.31': [
    'cache 30', 'cache 30 # short', 'cache 30 {\n       disable success example.org\n    }',
    // What kubeadm writes from 1.32.
    'cache 30 {\n       disable success cluster.local\n       disable denial cluster.local\n    }',
  ],
  'OpenShift': ['cache 900 {\n        denial 9984 30\n    }'],
  'RKE2': ['cache  30'],
  'NodeLocal': ['cache {\n            success 9984 30\n            denial 9984 5\n    }'],
};

const SHORT = { capacity: 9984, ttl: 1 };
const KINDS: Readonly<Record<string, Pick<CacheRequest, 'disable' | 'denial'>>> = {
  'disable denial': { disable: ['denial'] },
  'disable both': { disable: ['success', 'denial'] },
  'disable both, denial 1': { disable: ['success', 'denial'], denial: SHORT },
  'denial 1': { disable: [], denial: SHORT },
};

function patched(name: string, text: string, request: CacheRequest): string {
  const result = patchCache(text, request);
  if (result.refusal) throw new Error(`${name} is not edited: line ${result.refusal.line}: ${result.refusal.message}`);
  return result.text;
}

function withVersions(name: string, text: string, refused: boolean): PatchedText {
  if (!/^\s*disable /m.test(text)) return { name, text, versions: COREDNS_VERSIONS, refusedBy: [] };
  return { name, text, versions: WITH_DISABLE, refusedBy: refused ? BEFORE_DISABLE : [] };
}

function editedTexts(platform: Platform, cache: string): PatchedText[] {
  const before = corefile(platform, cache);
  return Object.entries(KINDS).flatMap(([kind, fix]) => {
    // A TTL is the same for every zone, so one scope is enough.
    const scopes = Object.entries(SCOPES).filter(([scope]) => fix.disable.length > 0 || scope === 'service');
    return scopes.map(([scope, zones]) => {
      const name = `${platform}, ${JSON.stringify(cache)}: ${kind} for the ${scope}`;
      return withVersions(name, patched(name, before, { ...fix, zones }), scope === 'service');
    });
  });
}

/** Every Corefile that the project prints: each platform's own with each fix. */
export function patchedTexts(): readonly PatchedText[] {
  return platforms.flatMap((platform) => (CACHES[platform] ?? ['cache 30']).flatMap((cache) => editedTexts(platform, cache)));
}
