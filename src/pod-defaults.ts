/**
 * What the library adds to a pod template that does not say otherwise.
 *
 * The defaults are few and made for servers that keep data: they meet the Pod Security level *restricted*, let the
 * process write its volume and tell each pod who it is. There is no default resource limit, no pull policy, no
 * read-only root and no startup probe: a short one kills a database in the middle of its crash recovery.
 */
export class PodDefaults {
  /**
   * - `securityContext`: `runAsNonRoot`, user, group and `fsGroup` from `runAs` (fsGroup 1000 without it, when there is
   *   a claim), `fsGroupChangePolicy: OnRootMismatch`, `seccompProfile: RuntimeDefault`;
   * - on every container that is added (one that is attached as an object keeps what cdk8s-plus gave it)
   *   `allowPrivilegeEscalation: false` and `capabilities: drop: [ALL]`;
   * - `automountServiceAccountToken: false` and `enableServiceLinks: false`;
   * - the environment variables `POD_NAME` and, from Kubernetes 1.28 on, `POD_ORDINAL`;
   * - the labels `app.kubernetes.io/name` and `app.kubernetes.io/instance`;
   * - a soft spread over hosts and zones.
   *
   * Each can be overridden by the prop of the same field.
   */
  public static recommended(): PodDefaults {
    return new PodDefaults(true);
  }

  /** Nothing but what the declaration says: for a template that must equal an existing one to the last field. */
  public static none(): PodDefaults {
    return new PodDefaults(false);
  }

  private constructor(/** @internal */ public readonly _on: boolean) {}
}
