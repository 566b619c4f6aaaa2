import { claimKey, claimOwners } from './claim-names';
import { map, text } from './json';
import { namespaceOf, type ObjectSet } from './object-set';
import type { Reference } from './references';

const known = new WeakMap<ObjectSet, ReadonlySet<string>>();
/** Where a custom resource says the name of the object that it makes, when that is not its own. */
const NAMED = [['secretName'], ['target', 'name'], ['destination', 'name'], ['secret', 'name']] as const;
const BUILT_IN = /^(v1|(apps|batch|autoscaling|policy|extensions)\/.*|[^/]*\.k8s\.io\/.*)$/;
const CLAIM = /^(.*)-(0|[1-9]\d*)$/;

/**
 * Whether something makes the object that is not rendered itself: the API server, a set its claims, or a custom resource
 * (an ExternalSecret, a SealedSecret, a Certificate) a ConfigMap or Secret of the name that it has or says.
 */
export function isMade(all: ObjectSet, namespace: string, { kind, name }: Reference): boolean {
  switch (kind) {
    case 'ServiceAccount': return name === 'default';
    case 'PriorityClass': return name.startsWith('system-');
    case 'PersistentVolumeClaim': return claimOwners(all).has(claimKey(namespace, CLAIM.exec(name)?.[1] ?? ''));
    case 'ConfigMap': return name === 'kube-root-ca.crt' || madeByCustom(all).has(`${namespace}/${name}`);
    case 'Secret': return madeByCustom(all).has(`${namespace}/${name}`);
    default: return false;
  }
}

function madeByCustom(all: ObjectSet): ReadonlySet<string> {
  const names = known.get(all) ?? new Set(all.objects.filter((object) => !BUILT_IN.test(text(object?.apiVersion) ?? 'v1')).flatMap((object) => {
    const spec = map(object.spec);
    const said = NAMED.flatMap((path) => text(path.reduce<unknown>((found, key) => map(found)[key], spec)) ?? []);
    return [text(map(object.metadata).name) ?? '', ...said].map((name) => `${namespaceOf(object)}/${name}`);
  }));
  known.set(all, names);
  return names;
}
