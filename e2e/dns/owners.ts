import { failed, Result } from './result';
import { advise } from '../../src/cluster-dns/advise';
import { deliver } from '../../src/cluster-dns/deliver';
import { KubernetesObject } from '../../src/cluster-dns/delivery/rendered';
import { platformOf } from '../../src/cluster-dns/platforms';
import { ApiClient } from '../control-plane/api-client';

/** Two repositories, each with a key of coredns-custom. */
const OWNERS = ['shop', 'search'] as const;
/** What `kubectl apply --server-side` calls itself if it is not told otherwise (kubectl pkg/cmd/apply/apply.go); Argo CD and Flux have one name too. */
const SHARED = 'kubectl';
const PATH = '/api/v1/namespaces/kube-system/configmaps/coredns-custom';

/** What a repository renders, and the field manager that it is told to apply it with. */
interface Owned {
  readonly object: KubernetesObject;
  readonly manager: string;
}

function owned(key: string): Owned {
  const advice = advise({ platform: platformOf('aks')!, services: [{ service: 'redis', namespace: key, domain: 'cluster.local' }], scope: 'service', key });
  const [{ object, how }] = deliver(advice, 'coredns-custom');
  const [, manager] = /--field-manager (\S+)/.exec(how.join('\n')) ?? [];
  if (!object || !manager) throw new Error(`the advice tells no field manager: ${how.join('; ')}`);
  return { object, manager };
}

/** The keys that are left when both have applied theirs, the first one twice. */
async function keysAfter(client: ApiClient, manager: (own: Owned) => string): Promise<string> {
  const [first, second] = OWNERS.map(owned);
  for (const own of [first, second]) await client.apply([own.object], { fieldManager: manager(own), force: false });
  const between = Object.keys((await client.get(PATH)).data).sort();
  await client.apply([first.object], { fieldManager: manager(first), force: false });
  const after = Object.keys((await client.get(PATH)).data).sort();
  await client.delete(PATH);
  return `${between.join(' ')}, then ${after.join(' ')}`;
}

const CASES: ReadonlyArray<{ readonly fix: string; readonly manager: (own: Owned) => string; readonly keys: string }> = [
  { fix: 'one field manager', manager: () => SHARED, keys: 'search.server, then shop.server' },
  { fix: 'a field manager each', manager: ({ manager }) => manager, keys: 'search.server shop.server, then search.server shop.server' },
];

export const OWNERS_TEXT = 'coredns-custom of two owners';

/** Server-side apply by two owners of keys: with a shared field manager each takes the key of the other away. */
export async function ownersOfKeys(client: ApiClient): Promise<Result[]> {
  const results: Result[] = [];
  for (const { fix, manager, keys } of CASES) {
    const named = { text: OWNERS_TEXT, version: '-', fix };
    try {
      const found = await keysAfter(client, manager);
      if (found === keys) results.push({ text: OWNERS_TEXT, coreDns: '-', fix, bounds: keys, others: '', passed: true });
      else results.push(failed(named, new Error(`the keys are ${found}, and not ${keys}`)));
    } catch (error) {
      results.push(failed(named, error as Error));
    }
  }
  return results;
}
