/** A difference between our verdict and the server's that is meant. */
export interface KnownDifference {
  readonly name: string;
  readonly reason: string;
  /** What shows that it is so. */
  readonly proof: string;
  /** Whether it covers what the server said of a change of this field, on which we are silent. */
  readonly covers: (field: string, said: string) => boolean;
}

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'kind or version of another API',
    reason: 'an object whose kind or version no rule knows may be of any API that is installed in the cluster; '
      + 'that a document has neither is told by the reader of YAML, and an old version of a StatefulSet or a budget by a rule',
    proof: 'the server answers by an address that it does not have, before it looks at the object',
    covers: (field) => /^\w+\.(apiVersion|kind)$/.test(field),
  },
  {
    name: 'a Service that belongs to no set',
    reason: 'rules about names and ports look at Services that select the pods of a set or that a set names; others are somebody else\'s',
    proof: 'the same name or port is an error as long as the selector matches: it is tried by itself in the same run',
    covers: (field, said) => /^Service\.(spec\.selector|metadata(\.namespace)?$)/.test(field) && /: \[?(metadata\.name|spec\.ports)|field ObjectMeta\.metadata\.name /.test(said),
  },
  {
    name: 'a reference to an object of the cluster',
    reason: 'a ServiceAccount, RuntimeClass or PriorityClass that is named may be in the cluster; where it is not rendered, a rule warns',
    proof: 'the same pod is admitted once the object is there; the run makes those that the whole set names',
    covers: (field, said) => field.startsWith('StatefulSet.spec.template.spec.')
      && /error looking up service account|no PriorityClass with name|pod rejected: RuntimeClass "[^"]*" not found/.test(said),
  },
];

export function knownDifference(fields: readonly string[], said: string): KnownDifference | undefined {
  return KNOWN_DIFFERENCES.find(({ covers }) => fields.some((field) => covers(field, said)));
}
