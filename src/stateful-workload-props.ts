import { ApiObjectMetadata, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ClaimRetentionOptions } from './claim-template';
import { Disruption, UnhealthyPodEviction } from './disruption';
import { Members } from './members';
import { PodDefaults } from './pod-defaults';
import { HeadlessServiceOptions } from './service-options';
import { Spread } from './spread';
import { UpdatePolicy } from './update-policy';

/** Between how many replicas an autoscaler moves. */
export interface ReplicaRange {
  /** The fewest pods there are: what budgets and peer lists are derived from. Range: whole numbers from 1 on. */
  readonly min: number;
  /** The most pods there are: names are known up to this one. Range: whole numbers from min on. */
  readonly max: number;
}

/** Recommended labels of all objects of the set. */
export interface AppLabels {
  /**
   * `app.kubernetes.io/name`, also in the selector: immutable once applied.
   *
   * @default - the name of the StatefulSet
   */
  readonly name?: string;
  /**
   * `app.kubernetes.io/instance`, also in the selector: immutable once applied.
   *
   * @default - the name of the StatefulSet
   */
  readonly instance?: string;
  /**
   * `app.kubernetes.io/component`.
   *
   * @default - none
   */
  readonly component?: string;
  /**
   * `app.kubernetes.io/part-of`.
   *
   * @default - none
   */
  readonly partOf?: string;
}

/**
 * One declaration of a workload whose pods have an identity.
 *
 * Pod features (volumes, service account, DNS, host aliases, …) are those of cdk8s-plus.
 */
export interface StatefulWorkloadProps extends kplus.AbstractPodProps {
  /**
   * Number of pods (`spec.replicas`). Range: whole numbers from 0 on. One pod needs a choice of `disruption`, since every
   * drain of its node is an outage or never ends.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Leave the number of pods to an autoscaler: `spec.replicas` is not rendered, so without one the API server starts the set with
   * a single pod.
   *
   * @default - a fixed number
   */
  readonly autoscale?: ReplicaRange;

  /**
   * The first ordinal (`spec.ordinals.start`). Range: from 0 on.
   *
   * @default 0
   */
  readonly ordinalsStart?: number;

  /**
   * What the members are to each other.
   *
   * @default Members.independent()
   */
  readonly members?: Members;

  /**
   * Recommended labels.
   *
   * @default - name and instance are the name of the StatefulSet
   */
  readonly app?: AppLabels;

  /**
   * `spec.selector.matchLabels` in place of `app.kubernetes.io/name` and `instance`: to adopt a set that exists.
   * Immutable once applied.
   *
   * @default - name and instance
   */
  readonly selector?: { [key: string]: string };

  /**
   * Labels and annotations of the pods.
   *
   * @default - the selector's labels
   */
  readonly podMetadata?: ApiObjectMetadata;

  /**
   * The headless (governing) Service.
   *
   * @default - named like the set, with every container port
   */
  readonly headlessService?: HeadlessServiceOptions;

  /**
   * `OrderedReady` (pod n waits until n−1 is ready) or `Parallel`. Immutable once applied.
   *
   * @default - `Parallel` when the members bootstrap together, `OrderedReady` otherwise
   */
  readonly podManagementPolicy?: kplus.PodManagementPolicy;

  /**
   * How a changed pod template reaches the pods.
   *
   * @default UpdatePolicy.rolling()
   */
  readonly updatePolicy?: UpdatePolicy;

  /**
   * How long a pod must be ready before it counts as available (`minReadySeconds`). Ignored by Parallel updates
   * before Kubernetes 1.34; never counted by a PodDisruptionBudget.
   *
   * @default - not at all
   */
  readonly minReady?: Duration;

  /**
   * Number of old revisions kept for `kubectl rollout undo`. Range: from 0 on.
   *
   * @default - 10, the API's
   */
  readonly revisionHistoryLimit?: number;

  /**
   * When claims are deleted (`persistentVolumeClaimRetentionPolicy`).
   *
   * @default - never
   */
  readonly claimRetention?: ClaimRetentionOptions;

  /**
   * How many members may be away at once because of a drain.
   *
   * @default - Disruption.oneAtATime(); for one replica it must be chosen
   */
  readonly disruption?: Disruption;

  /**
   * When a pod that is not ready may be evicted (`unhealthyPodEvictionPolicy`).
   *
   * @default - `IfHealthyBudget` where members decide by majority, `AlwaysAllow` otherwise
   */
  readonly unhealthyPodEviction?: UnhealthyPodEviction;

  /**
   * User id that the containers run as; also their group and the `fsGroup` that may write the claims.
   *
   * @default - the image's own user, which must be a number other than 0
   */
  readonly runAs?: number;

  /**
   * Further groups of the processes (`securityContext.supplementalGroups`).
   *
   * @default - none
   */
  readonly supplementalGroups?: number[];

  /**
   * Seccomp profile of the pod.
   *
   * @default - `RuntimeDefault`, with the recommended pod defaults
   */
  readonly seccompProfile?: kplus.SeccompProfile;

  /**
   * How the pods are spread over hosts and zones (`topologySpreadConstraints`).
   *
   * @default - Spread.soft() for more than one pod, with the recommended pod defaults
   */
  readonly spread?: Spread;

  /**
   * `priorityClassName`.
   *
   * @default - the cluster's default priority
   */
  readonly priorityClassName?: string;

  /**
   * `nodeSelector`: labels that a node must have.
   *
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * `runtimeClassName`.
   *
   * @default - the node's default runtime
   */
  readonly runtimeClassName?: string;

  /**
   * `schedulerName`.
   *
   * @default - the default scheduler
   */
  readonly schedulerName?: string;

  /**
   * Put the addresses of the namespace's Services into the environment (`enableServiceLinks`). Images that read their
   * configuration from variables take `KAFKA_PORT=tcp://…` of a Service called kafka for a setting.
   *
   * @default - false, with the recommended pod defaults
   */
  readonly enableServiceLinks?: boolean;

  /**
   * What the library adds to the pod template.
   *
   * @default PodDefaults.recommended()
   */
  readonly podDefaults?: PodDefaults;

  /**
   * Rules that this workload knowingly breaks, by id, each with the reason. Rendered as an annotation of the
   * StatefulSet. What the API server rejects cannot be acknowledged.
   *
   * @default - none
   */
  readonly acknowledge?: { [ruleId: string]: string };

  /**
   * Kubernetes version that the manifests are for, for example `1.33`. The rules were held against the API servers of 1.28
   * to 1.36; an older or newer version is taken to reject what the nearest of them rejects.
   *
   * @default - the context value ClusterContext.KUBERNETES_VERSION, else 1.28
   */
  readonly kubernetesVersion?: string;

  /**
   * Cluster domain, the kubelet's `--cluster-domain`.
   *
   * @default - the context value ClusterContext.CLUSTER_DOMAIN, else cluster.local
   */
  readonly clusterDomain?: string;
}

/** Commands by ordinal, for `StatefulWorkload.byOrdinal`. */
export interface ByOrdinalOptions {
  /**
   * Command of the lowest ordinal.
   *
   * @default - that of the others
   */
  readonly first?: string[];

  /**
   * Commands of single ordinals.
   *
   * @default - none
   */
  readonly ordinals?: { [ordinal: string]: string[] };

  /**
   * Command of every other ordinal.
   *
   * @default - none: each ordinal of the set must have a command of its own
   */
  readonly others?: string[];
}

/** Where the last words of a container that stops are taken from. */
export enum TerminationMessagePolicy {
  /** The file `terminationMessagePath`. */
  FILE = 'File',
  /** The same, or the last lines of the log where the file is empty and the container failed. */
  FALLBACK_TO_LOGS_ON_ERROR = 'FallbackToLogsOnError',
}

/** Container fields that cdk8s-plus has no prop for. */
export interface ContainerExtrasOptions {
  /**
   * `terminationMessagePath`.
   *
   * @default - `/dev/termination-log`, the API's
   */
  readonly terminationMessagePath?: string;

  /**
   * `terminationMessagePolicy`: what the pod's status shows of a container that stopped.
   *
   * @default - `File`, the API's
   */
  readonly terminationMessagePolicy?: TerminationMessagePolicy;

  /**
   * Render the ports of probes and lifecycle hooks by name where the container names them.
   *
   * @default false
   */
  readonly probePortNames?: boolean;
}
