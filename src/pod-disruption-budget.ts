import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { Disruption, UnhealthyPodEviction } from './disruption';
import { Members } from './members';
import { budgetSpec } from './private/budget';
import { PlainObject } from './private/plain-object';
import { Registry } from './private/registry';
import { settings } from './private/settings';
import { Finding } from './rules/finding';
import { Target } from './rules/rule';

/** What a PodDisruptionBudget is derived from. */
export interface PodDisruptionBudgetProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - the construct id is the name
   */
  readonly metadata?: ApiObjectMetadata;

  /** Labels that select the pods of one workload and no others (`spec.selector.matchLabels`). */
  readonly selector: { [key: string]: string };

  /** How many pods there are; for an autoscaled workload the minimum. */
  readonly replicas: number;

  /**
   * How many may be away at once because of a drain.
   *
   * @default Disruption.oneAtATime()
   */
  readonly disruption?: Disruption;

  /**
   * What the pods are to each other; decides `unhealthyPodEviction`.
   *
   * @default Members.independent()
   */
  readonly members?: Members;

  /**
   * When a pod that is not ready may be evicted (`unhealthyPodEvictionPolicy`).
   *
   * @default - `IfHealthyBudget` where members decide by majority, `AlwaysAllow` otherwise: without it a pod that
   * never becomes ready holds up every drain
   */
  readonly unhealthyPodEviction?: UnhealthyPodEviction;
}

/**
 * A PodDisruptionBudget in whole numbers, derived from the number of pods and what the application needs.
 *
 * A StatefulWorkload makes its own; use this class for workloads that are declared elsewhere.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
 */
export class PodDisruptionBudget extends PlainObject {
  /** @internal */
  public readonly _target: Target;

  public constructor(scope: Construct, id: string, props: PodDisruptionBudgetProps) {
    super(scope, id, 'policy/v1', 'PodDisruptionBudget', { name: id, ...props.metadata }, () => budgetSpec({ ...props, selector: { matchLabels: props.selector } }));
    this._target = settings(this, undefined, undefined).target;
    Registry.of(this).add(this);
  }

  /** @internal */
  public get _objects(): readonly PlainObject[] {
    return [this];
  }

  /** @internal */
  public _problems(): readonly Finding[] {
    return [];
  }
}
