/** One file that carries a change into a cluster. */
export interface Rendered {
  readonly fileName: string;
  readonly text: string;
  /** The Kubernetes object in it, if it is one: what a chart can hold. */
  readonly object?: KubernetesObject;
  /** How it is applied. */
  readonly how: readonly string[];
}

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    /** Absent for an object of the cluster. */
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}
