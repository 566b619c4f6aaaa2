/** One thing that a rule found wrong in a rendered manifest. */
export interface Finding {
  /** Id of the rule, for example `sts-name-max-52`. */
  readonly ruleId: string;
  /** `error`, `warning` or `info`. */
  readonly severity: string;
  /** What was given and what breaks at run time. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /** `apiVersion` of the object. */
  readonly apiVersion: string;
  /** `kind` of the object. */
  readonly kind: string;
  /** `metadata.namespace` of the object; empty when the manifest names none. */
  readonly namespace: string;
  /** `metadata.name` of the object. */
  readonly name: string;
  /** The field, for example `spec.template.spec.containers[0].image`. */
  readonly path: string;
  /**
   * Whether the rule can be acknowledged with a reason.
   *
   * False where the API server of the target version rejects the object: no reason makes that work.
   */
  readonly acknowledgeable: boolean;
  /**
   * Construct path of the declaration that rendered the object.
   *
   * @default - the object was not rendered by a construct
   */
  readonly constructPath?: string;
  /**
   * Path of the file that the object was read from, as it was given; `-` for stdin.
   *
   * @default - the object was not read from a text
   */
  readonly file?: string;
  /**
   * Line of the field in the file, from 1 on; of the nearest field around it where it is not written.
   *
   * @default - the object was not read from a text
   */
  readonly line?: number;
  /**
   * Column of the field in its line, from 1 on.
   *
   * @default - the object was not read from a text
   */
  readonly column?: number;
  /**
   * Address of the page about the rule: why it exists, what to write instead, when to turn it off.
   *
   * @default - the finding is about a declaration and not about a manifest
   */
  readonly docsUrl?: string;
}
