import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { Disruption, UnhealthyPodEviction } from './disruption';
import { IGNORE_ANNOTATION, ignoreLines } from './identity/labels';
import { majority } from './identity/quorum';
import { Members } from './members';
import { BudgetInput, budgetSpec } from './private/budget';
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
  private readonly input: PodDisruptionBudgetProps;

  public constructor(scope: Construct, id: string, props: PodDisruptionBudgetProps) {
    super(scope, id, 'policy/v1', 'PodDisruptionBudget', { name: id, ...props.metadata }, () => budgetSpec(withSelector(props)));
    this.input = props;
    this._target = settings(this, undefined, undefined).target;
    const { _reason: reason, _acknowledges: ruleIds } = props.disruption ?? Disruption.oneAtATime();
    if (reason) this.metadata.addAnnotation(IGNORE_ANNOTATION, ignoreLines(ruleIds.map((ruleId) => [ruleId, reason])));
    Registry.of(this).add(this);
  }

  /** @internal */
  public get _objects(): readonly PlainObject[] {
    return [this];
  }

  /** What a rendering without the pods cannot show: the rules know their number from the StatefulSet. @internal */
  public _problems(): readonly Finding[] {
    const { replicas, members, disruption = Disruption.oneAtATime() } = this.input;
    const { minAvailable, maxUnavailable } = budgetSpec(withSelector(this.input));
    const stay = minAvailable ?? replicas - maxUnavailable;
    const problems: Finding[] = [];
    const problem = (ruleId: string, message: string, fix: string) => {
      if (!disruption._acknowledges.includes(ruleId)) problems.push(this.finding(ruleId, message, fix));
    };
    if (!(Number.isInteger(replicas) && replicas >= 1)) {
      problem('declaration', `replicas is ${replicas}: nothing can be derived from it`, 'write how many pods there are, from 1 on');
    } else if (stay >= replicas) {
      problem('pdb-never-evictable', `${stay} of ${replicas} pods must stay: no node with one of them ever drains`,
        'let one go, or say Disruption.blockDrains() with a reason');
    } else if (members?.decidesByMajority && stay < majority(replicas) && replicas > 1) {
      problem('pdb-quorum', `only ${stay} of ${replicas} members must stay, and a majority is ${majority(replicas)}: a drain takes the quorum`,
        'use Disruption.oneAtATime() with three members or more, or say Disruption.allowOutage() with a reason');
    }
    return problems;
  }

  private finding(ruleId: string, message: string, fix: string): Finding {
    return {
      ruleId,
      severity: 'error',
      message,
      fix,
      apiVersion: this.apiVersion,
      kind: this.kind,
      namespace: this.metadata.namespace ?? '',
      name: this.name,
      path: 'spec',
      acknowledgeable: true,
      constructPath: this.node.path,
    };
  }
}

function withSelector(props: PodDisruptionBudgetProps): BudgetInput {
  return { ...props, selector: { matchLabels: props.selector } };
}
