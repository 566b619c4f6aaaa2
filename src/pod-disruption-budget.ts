import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { Disruption, UnhealthyPodEviction } from './disruption';
import { IGNORE_ANNOTATION, ignoreLines } from './identity/labels';
import { MAX_NAME } from './identity/names';
import { majority } from './identity/quorum';
import { Members } from './members';
import { BudgetInput, budgetSpec, singleReplica } from './private/budget';
import { engine } from './private/engine';
import { metadataJson } from './private/plain';
import { PlainObject } from './private/plain-object';
import { Problem, declared } from './private/problem';
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

  /** Labels that select the pods of one workload and no others (`spec.selector.matchLabels`); at least one. */
  readonly selector: { [key: string]: string };

  /** How many pods there are; for an autoscaled workload the minimum. Range: whole numbers from 1 on; one needs a choice of `disruption`. */
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

/** One part of a DNS subdomain; the whole has a limit of its own. */
const DNS_PART = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

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
    const annotations = metadataJson(this.metadata)?.annotations;
    const stands = ({ ruleId, acknowledgeable }: Problem) => !acknowledgeable || engine().acknowledged({ metadata: { annotations } }, ruleId!) === undefined;
    return [...this.shape(), ...this.arithmetic()].filter(stands).map((problem) => declared(this, this.node.path, problem));
  }

  private shape(): Problem[] {
    const problems: Problem[] = [];
    if (this.name.length > MAX_NAME || !this.name.split('.').every((part) => DNS_PART.test(part))) {
      problems.push({
        field: 'metadata.name',
        message: `${JSON.stringify(this.name)} is no DNS name of at most ${MAX_NAME} characters: the API server refuses the budget`,
        fix: 'use lower-case letters, digits, inner hyphens and dots, in metadata.name or the construct id',
      });
    }
    if (Object.keys(this.input.selector).length === 0) {
      problems.push({
        ruleId: 'pdb-selector-empty',
        field: 'selector',
        message: 'the selector is empty: it selects every pod of the namespace, and their drains wait for each other',
        fix: 'write the labels of one workload',
      });
    }
    if (this.input.disruption && !this.input.disruption._intent) {
      problems.push({
        ruleId: 'pdb-some-field',
        field: 'disruption',
        message: 'Disruption.none() is no budget: one without a number blocks every eviction',
        fix: 'leave the PodDisruptionBudget out, or choose another Disruption',
      });
    }
    return problems;
  }

  private arithmetic(): Problem[] {
    const { replicas, members, disruption } = this.input;
    const { minAvailable, maxUnavailable } = budgetSpec(withSelector(this.input));
    const stay = minAvailable ?? replicas - maxUnavailable;
    if (!(Number.isInteger(replicas) && replicas >= 1)) {
      return [{ field: 'replicas', message: `replicas is ${replicas}: nothing can be derived from it`, fix: 'write how many pods there are, a whole number from 1 on' }];
    }
    if (stay >= replicas) {
      return [{
        ruleId: 'pdb-never-evictable',
        acknowledgeable: true,
        field: 'disruption',
        message: `${stay} of ${replicas} pods must stay: no node with one of them ever drains`,
        fix: 'let one go, or say Disruption.blockDrains() with a reason',
      }];
    }
    if (members?.decidesByMajority && stay < majority(replicas) && replicas > 1) {
      return [{
        ruleId: 'pdb-quorum',
        acknowledgeable: true,
        field: 'disruption',
        message: `only ${stay} of ${replicas} members must stay, and a majority is ${majority(replicas)}: a drain takes the quorum`,
        fix: 'use Disruption.oneAtATime() with three members or more, or say Disruption.allowOutage() with a reason',
      }];
    }
    return singleReplica({ replicas, disruption }).map((problem) => ({ ...problem, fix: 'run two replicas or more, or say Disruption.allowOutage() or Disruption.blockDrains() with a reason' }));
  }
}

function withSelector(props: PodDisruptionBudgetProps): BudgetInput {
  return { ...props, selector: { matchLabels: props.selector } };
}
