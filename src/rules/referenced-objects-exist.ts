import { few } from './few';
import { map, shown } from './json';
import { namespaceOf } from './object-set';
import { type Reference, referencesOf } from './references';
import type { Json, Rule } from './rule';
import type { SetView } from './set-view';

export const referencedObjectsExist: Rule = {
  id: 'referenced-objects-exist',
  severity: 'warning',
  title: 'what the pods refer to is in their namespace, with the keys that they ask for',
  source: 'kubernetes v1.28.15 pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables), pkg/volume/configmap/configmap.go (MakePayload); '
    + 'plugin/pkg/admission/serviceaccount/admission.go',
  set: (set, report) => {
    const reported = new Set<string>();
    for (const reference of referencesOf(set)) {
      const fault = faultOf(reference, set);
      if (!fault || reported.has(fault)) continue;
      reported.add(fault);
      report({
        object: set.object,
        path: reference.path,
        message: `${reference.kind} ${shown(reference.name)} ${fault}; the pods cannot start`,
        fix: `render the ${reference.kind} beside the set with what is asked for, or correct the name or key`,
      });
    }
  },
};

/** Only what the rendering shows: an object that is not in it may be applied from elsewhere. */
function faultOf({ kind, name, keys }: Reference, set: SetView): string | undefined {
  const object = set.all.find(kind, set.namespace, name);
  if (object) {
    const missing = kind === 'ConfigMap' || kind === 'Secret' ? few(keys, (key) => !has(object, key), shown) : undefined;
    return missing && `has no key ${missing}`;
  }
  // An omitted namespace is chosen by whoever applies, and may be the other one.
  const others = set.all.findAnywhere(kind, name);
  if (set.namespace === '' || others.some((other) => namespaceOf(other) === '')) return undefined;
  const elsewhere = few(others, () => true, (other) => shown(namespaceOf(other)));
  return elsewhere && `is rendered in namespace ${elsewhere} and not in ${shown(set.namespace)}`;
}

function has(object: Json, key: string): boolean {
  const known = ['data', 'binaryData', 'stringData'].map((field) => map(object[field]));
  // A generator or an operator fills an empty one later.
  return known.every((data) => Object.keys(data).length === 0) || known.some((data) => key in data);
}
