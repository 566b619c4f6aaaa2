import { isDeclared } from './declared';
import { few } from './few';
import { map, shown } from './json';
import { isDnsSubdomain } from './label-syntax';
import { isMade } from './made-objects';
import { namespaceOf } from './object-set';
import { type Reference, referencesOf } from './references';
import type { Json, Rule, Target } from './rule';
import type { SetView } from './set-view';

export const referencedObjectsExist: Rule = {
  id: 'referenced-objects-exist',
  severity: 'warning',
  title: 'what the pods refer to is there: in their namespace, or a class of the cluster, with the keys that they ask for',
  source: 'kubernetes v1.28.15 pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables), pkg/volume/configmap/configmap.go (MakePayload); '
    + 'plugin/pkg/admission/serviceaccount/admission.go, plugin/pkg/admission/priority/admission.go',
  set: (set, report, target) => {
    const reported = new Set<string>();
    for (const reference of referencesOf(set)) {
      const fault = faultOf(reference, set, target);
      const once = `${reference.kind} ${reference.name} ${fault?.what}`;
      if (!fault || reported.has(once)) continue;
      reported.add(once);
      report({
        object: set.object,
        path: reference.path,
        outside: fault.outside,
        message: `${reference.kind} ${shown(reference.name)} ${fault.what}; ${fault.outside && target.closedWorld !== true ? 'unless it is in the cluster already, ' : ''}${outcome(reference)}`,
        fix: `render the ${reference.kind} ${reference.kind.endsWith('Class') ? 'too' : 'beside the set with what is asked for'}, or correct the name${reference.keys.length > 0 ? ' or key' : ''}`,
      });
    }
  },
};

interface Fault {
  readonly what: string;
  readonly outside?: boolean;
}

function faultOf(reference: Reference, set: SetView, { closedWorld }: Target): Fault | undefined {
  const { kind, name, keys } = reference;
  // A name that no object can have is a finding of its own.
  if (!isDnsSubdomain(name)) return undefined;
  const object = set.all.find(kind, set.namespace, name);
  if (object) {
    const missing = kind === 'ConfigMap' || kind === 'Secret' ? few(keys, (key) => !has(object, key), shown) : undefined;
    return missing === undefined ? undefined : { what: `has no key ${missing}` };
  }
  const others = set.all.findAnywhere(kind, name);
  if (others.length === 0) {
    // A construct has to be told the name of an object from elsewhere on purpose.
    const silent = (closedWorld !== true && isDeclared(set)) || isMade(set.all, set.namespace, reference);
    return silent ? undefined : { what: 'is not rendered', outside: true };
  }
  // An omitted namespace is chosen by whoever applies, and may be the other one.
  if (set.namespace === '' || others.some((other) => namespaceOf(other) === '')) return undefined;
  const elsewhere = few(others, () => true, (other) => shown(namespaceOf(other)));
  return { what: `is rendered in namespace ${elsewhere} and not in ${shown(set.namespace)}` };
}

function outcome({ kind }: Reference): string {
  switch (kind) {
    case 'StorageClass': return 'the claims stay Pending, and so do the pods';
    case 'ServiceAccount': case 'PriorityClass': case 'RuntimeClass': return 'no pod can be created';
    default: return 'the pods cannot start';
  }
}

function has(object: Json, key: string): boolean {
  const data = ['data', 'binaryData', 'stringData'].map((field) => map(object[field]));
  // A generator or an operator fills an empty one later.
  return data.every((part) => Object.keys(part).length === 0) || data.some((part) => key in part);
}
