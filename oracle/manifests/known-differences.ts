/** A difference between our verdict and the server's that is meant. */
export interface KnownDifference {
  readonly name: string;
  readonly reason: string;
  /** What shows that it is so. */
  readonly proof: string;
  /** Whether it covers what the server said of a change of this field, on which we are silent. */
  readonly covers: (field: string, said: string) => boolean;
}

/** Of errors that can be acknowledged, where the server refuses the object for good. */
export const UNREADABLE: KnownDifference = {
  name: 'an error that can be acknowledged, of what cannot be read',
  reason: 'a number where a name belongs breaks the rule about names, which speaks of pods that cannot be created and knows nothing of types; nobody can acknowledge it into work',
  proof: 'the server says that it cannot read the object, or has no address for it; the findings name the same field',
  covers: (_field, said) => /cannot be handled as a |^no matches for kind|name or generateName is required/.test(said),
};

const OTHER_ADDRESSES = /not configured (on this cluster|for dual-stack)|expected an IPv[46] value as indicated|\) is not in the valid range/;

/** A kind that rules read, in whatever case, in a group of Kubernetes' own: no other API can have it. */
const OF_KUBERNETES = /no matches for kind "(StatefulSet|Service|PodDisruptionBudget|NetworkPolicy|PersistentVolumeClaim|StorageClass|ConfigMap|Secret|Namespace|ServiceAccount)" in version "([^"/.]*|(apps|autoscaling|batch|extensions|policy|(networking|storage|scheduling)\.k8s\.io)\/[^"]*)"/i;

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'kind or version of another API',
    reason: 'an object whose kind or version no rule knows may be of any API that is installed in the cluster; '
      + 'that a document has neither is told by the reader of YAML, and a wrong version of a group of Kubernetes itself by a rule',
    proof: 'the server answers by an address that it does not have, before it looks at the object',
    covers: (field, said) => /^\w+\.(apiVersion|kind)$/.test(field) && !OF_KUBERNETES.test(said),
  },
  {
    name: 'addresses that the cluster has not',
    reason: 'whether a cluster has IPv4, IPv6 or both, and which addresses its Services can have, no manifest tells',
    proof: 'the cluster of this run has IPv4 alone, and the server says so; what is wrong in every cluster is told by the same run',
    covers: (field, said) => field.startsWith('Service.spec.') && OTHER_ADDRESSES.test(said) && said.split(/(?=(?:spec|metadata)\.\S+: )/).slice(1).every((part) => OTHER_ADDRESSES.test(part)),
  },
  {
    name: 'data that no set reads',
    reason: 'a ConfigMap or Secret that no set of the rendering names may be large, and belongs to somebody else: its data is not read',
    proof: 'the same mistake under the name that the set reads is an error in the same run',
    covers: (field, said) => /^(ConfigMap|Secret)\.metadata(\.name)?$/.test(field) && !said.includes('metadata'),
  },
  {
    name: 'fields of autoscaling/v2 in annotations of autoscaling/v1',
    reason: 'autoscaling/v1 keeps what it has no field for in annotations of its own; nobody writes them by hand',
    proof: 'the same mistake in a field of autoscaling/v2 is an error in the same run',
    covers: (field, said) => field === 'HorizontalPodAutoscaler.metadata.annotations' && /spec\.(metrics|behavior)/.test(said),
  },
  {
    name: 'a reference to an object of the cluster',
    reason: 'a ServiceAccount, RuntimeClass or PriorityClass that is named may be in the cluster, with what the pod says of it; where it is not rendered, a rule warns',
    proof: 'the same pod is admitted once the object is there; the run makes those that the whole set names',
    covers: (field, said) => field.startsWith('StatefulSet.spec.template.spec.')
      && /error looking up service account|no PriorityClass with name|pod rejected: RuntimeClass "[^"]*" not found|Pod Overhead set without corresponding RuntimeClass/.test(said),
  },
  {
    name: 'the class of a pod that names none',
    reason: 'a PriorityClass of the cluster may be the default, and hold the priority and the policy that the pod says; where none is rendered, a rule warns',
    proof: 'the same pod is admitted once such a class is there, and with --closed-world the rule says error; the cluster of this run has no default class',
    covers: (field, said) => /\.(priority|preemptionPolicy|priorityClassName)$/.test(field) && /^[^;]*the (integer value of priority|string value of PreemptionPolicy) \(-?\w+\) must not be provided in pod spec/.test(said),
  },
];

export function knownDifference(fields: readonly string[], said: string): KnownDifference | undefined {
  return KNOWN_DIFFERENCES.find(({ covers }) => fields.some((field) => covers(field, said)));
}

/** Rules whose failure no dry run of single objects shows, and what proves them instead. */
export const PROVED_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['psa-baseline', 'the part standards, in namespaces that enforce the level; those of this part enforce none'],
  ['psa-restricted', 'the part standards, in namespaces that enforce the level; those of this part enforce none'],
  ['service-allocation-unique', 'its page, whose Services are made: a dry run gives no port and no address away'],
]);
