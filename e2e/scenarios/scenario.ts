import { Context } from './context';
import { Image } from '../images/image';

/** Something that is shown with real pods, in a namespace of its own. */
export interface Scenario {
  /** Short, of lower case letters and dashes: the namespace is called like it. */
  readonly name: string;
  /** What is true when it passes, as one sentence. */
  readonly law: string;
  /**
   * The real system that it runs, as the table of systems calls it.
   *
   * @default - none: small pods of busybox
   */
  readonly system?: string;
  /**
   * Its namespace, where a manifest holds that name: one that the scenario makes and removes.
   *
   * @default - called like the scenario
   */
  readonly namespace?: string;
  /**
   * Its pods run as root: the Pod Security level of its namespace is `privileged`.
   *
   * @default false - `restricted`
   */
  readonly privileged?: boolean;
  /**
   * Images that its manifests name, besides those of every cluster; only where the cluster is ours. Debian packages
   * that they are made of may be missing at that moment: name them in `packages`.
   *
   * @default - none
   */
  readonly images?: () => readonly Image[];
  /**
   * Images of which the published one will not do, with what it lacks: a cluster that is not ours must have been given
   * those that are made here.
   *
   * @default - published ones do
   */
  readonly ownImages?: ReadonlyMap<string, string>;
  /**
   * Programs and the Debian packages that bring them.
   *
   * @default - none
   */
  readonly packages?: ReadonlyMap<string, string>;
  /**
   * It takes minutes, and runs with `--all` or when it is named.
   *
   * @default false
   */
  readonly slow?: boolean;
  /**
   * It needs nodes that can be drained, or changes what belongs to the whole cluster: it does so only where the cluster
   * is ours, or with `--all`.
   *
   * @default false
   */
  readonly disturbs?: boolean;
  /**
   * Who may not run beside it: `core-dns`, nobody else who changes or measures the cluster's DNS; `cluster`, nobody at
   * all, since it promises seconds that a busy machine would spoil.
   *
   * @default - it has its nodes and its namespace for itself, and minds nobody
   */
  readonly alone?: 'core-dns' | 'cluster';
  /**
   * It does what only the machine can do on which the nodes are: it runs on our own cluster and on no other one.
   *
   * @default false
   */
  readonly ours?: boolean;
  /**
   * It changes the Corefile of the cluster, as kubeadm installs it: where DNS is another one, it is left out.
   *
   * @default false
   */
  readonly changesDns?: boolean;
  /** Throws where the law does not hold. */
  run(context: Context): Promise<void>;
}
