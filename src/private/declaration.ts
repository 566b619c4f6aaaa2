import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { BOOTSTRAP_ANNOTATION, IGNORE_ANNOTATION, MEMBERS_ANNOTATION, QUORUM, REPLICAS_ANNOTATION, ignoreLines } from '../identity/labels';
import { ServicePort } from '../manifests/service';
import { Members } from '../members';
import { Finding } from '../rules/finding';
import { ACKNOWLEDGEMENT, AUTOSCALER_DERIVED, AUTOSCALER_MISSING, OF_DECLARATIONS, RANGE_UNSTATED } from '../rules/rule';
import type { StatefulWorkloadProps } from '../stateful-workload-props';
import { singleReplica } from './budget';
import { engine } from './engine';
import { IdentityUse } from './identity-use';
import { metadataJson } from './plain';
import { Problem, declared } from './problem';
import { scaleProblems } from './scale-problems';
import { Settings } from './settings';

interface Owner extends IConstruct {
  readonly statefulSet: ApiObject;
  readonly replicas: number;
}

/** The size that a bootstrap list has when nobody says otherwise. */
const USUAL_SIZE = 3;

/** What a declaration states besides the manifests: intent, acknowledgements, and what is wrong with either. */
export class Declaration {
  /** What of the identities was handed out. */
  public readonly use: IdentityUse;
  private readonly acknowledged = new Map<string, string>();
  private readonly fixed = new Map<string, Problem>();

  public constructor(
    private readonly owner: Owner,
    private readonly props: StatefulWorkloadProps,
    settings: Settings,
    private readonly members: Members,
    private readonly changed: () => void,
  ) {
    this.use = new IdentityUse((problem) => this.report(problem), changed);
    const { metadata } = owner.statefulSet;
    if (members.decidesByMajority) {
      metadata.addAnnotation(MEMBERS_ANNOTATION, QUORUM);
      this.use.fromReplicas.push('the quorum');
    }
    if (members.bootstrapTogether) {
      metadata.addAnnotation(BOOTSTRAP_ANNOTATION, `together, ${members.bootstrapSize ?? owner.replicas}`);
      if (members.decidesByMajority) this.acknowledge('parallel-update-drops-quorum', 'the members bootstrap together, which needs Parallel');
    }
    if (props.autoscale) metadata.addAnnotation(REPLICAS_ANNOTATION, `${props.autoscale.min}-${props.autoscale.max}`);
    for (const { field, given, breaks, fix } of settings.problems) {
      this.report({ ruleId: 'target', field, message: `${given} is not valid: ${breaks}`, fix });
    }
    const disruption = props.disruption;
    const { majority, everyMember, minAvailable, maxUnavailable } = disruption?._intent ?? {};
    if (majority || everyMember || minAvailable !== undefined || typeof maxUnavailable === 'string') this.use.fromReplicas.push('the budget');
    if (disruption?._reason !== undefined) {
      for (const ruleId of disruption._acknowledges) this.acknowledge(ruleId, disruption._reason);
    }
    for (const [ruleId, reason] of Object.entries(props.acknowledge ?? {})) this.acknowledge(ruleId, reason);
    this.report(...scaleProblems(props, members));
  }

  /** Accepts what a rule says; written into the StatefulSet's annotation. */
  public acknowledge(ruleId: string, reason: string): void {
    if (reason.trim() === '') {
      this.report({
        ruleId: ACKNOWLEDGEMENT,
        field: `acknowledge["${ruleId}"]`,
        message: 'an acknowledgement without a reason tells nobody anything',
        fix: 'write why it is acceptable here',
      });
      return;
    }
    this.acknowledged.set(ruleId, reason);
    this.write();
    this.changed();
  }

  /** Problems that no later call solves; the same one twice is one. */
  public report(...problems: readonly Problem[]): void {
    for (const problem of problems) this.fixed.set(`${problem.field} ${problem.message}`, problem);
    if (problems.length > 0) this.changed();
  }

  /**
   * Everything that is wrong with the declaration as it stands.
   *
   * @param ports what the containers publish
   * @param autoscaled whether an autoscaler targets the workload
   * @param late problems that a later call may still solve
   */
  public findings(ports: readonly ServicePort[], autoscaled: boolean, late: readonly Problem[]): Finding[] {
    this.write();
    return this.open([...this.fixed.values(), ...this.acknowledgementProblems(), ...this.use.problems(ports), ...this.derivations(autoscaled), ...late]);
  }

  /** What is wrong where nothing scales an autoscaled set. */
  public unscaled(): Finding[] {
    const { autoscale } = this.props;
    return !autoscale ? [] : this.open([{
      ruleId: AUTOSCALER_MISSING,
      severity: 'warning',
      acknowledgeable: true,
      field: 'autoscale',
      message: `${autoscale.min} to ${autoscale.max} replicas are declared and no HorizontalPodAutoscaler of the chart targets the set: `
        + 'spec.replicas is left out, so the API server starts the set with 1 replica, and 1 it stays',
      fix: `add a HorizontalPodAutoscaler that targets the workload; or, where it is made elsewhere, acknowledge('${AUTOSCALER_MISSING}', '<where>')`,
    }]);
  }

  /** The annotation: lines that somebody put there by hand stay, ours follow. */
  private write(): void {
    if (this.acknowledged.size === 0) return;
    const standing = String(this.annotations()[IGNORE_ANNOTATION] ?? '').split('\n');
    const others = standing.filter((line) => line.trim() !== '' && !this.acknowledged.has(line.split(':')[0].trim()));
    this.owner.statefulSet.metadata.addAnnotation(IGNORE_ANNOTATION, [...others, ignoreLines(this.acknowledged)].join('\n'));
  }

  /** Without what the annotation acknowledges, by call or by hand. */
  private open(problems: readonly Problem[]): Finding[] {
    const { statefulSet, node } = this.owner;
    const stands = ({ ruleId, acknowledgeable }: Problem) =>
      !acknowledgeable || engine().acknowledged({ metadata: { annotations: this.annotations() } }, ruleId!) === undefined;
    return problems.filter(stands).map((problem) => declared(statefulSet, node.path, problem));
  }

  private annotations(): Record<string, unknown> {
    return metadataJson(this.owner.statefulSet.metadata)?.annotations ?? {};
  }

  /** What was derived from a number that is not the last word. */
  private derivations(autoscaled: boolean): Problem[] {
    const { owner: { replicas }, members, props, use } = this;
    const found: Problem[] = [];
    if (use.bootstrapListed && members.bootstrapSize === undefined && replicas !== USUAL_SIZE && replicas > 0) {
      found.push({
        ruleId: RANGE_UNSTATED,
        acknowledgeable: true,
        field: 'members.bootstrapSize',
        message: `${replicas} members are listed for the first start, but the size at the first start is not said: `
          + 'a list that grows with the set restarts every member, and some systems lose their cluster',
        fix: `write bootstrapSize: ${replicas} for a new set, or the number that the set once started with`,
      });
    }
    if (autoscaled && !props.autoscale && use.fromReplicas.length > 0) {
      found.push({
        ruleId: AUTOSCALER_DERIVED,
        acknowledgeable: true,
        field: 'replicas',
        message: `an autoscaler changes the number of pods, but ${[...new Set(use.fromReplicas)].join(', ')} is derived from ${replicas}: both would soon disagree`,
        fix: 'give autoscale: { min, max } in place of replicas, or remove the autoscaler',
      });
    }
    // What an autoscaler makes of an unstated number is not known.
    if (!autoscaled || props.autoscale) found.push(...singleReplica(props));
    return found;
  }

  private acknowledgementProblems(): Problem[] {
    return [...this.acknowledged.keys()]
      .filter((ruleId) => !OF_DECLARATIONS.includes(ruleId) && !engine().RULES.some((rule) => rule.id === ruleId))
      .map((ruleId) => ({
        ruleId: ACKNOWLEDGEMENT,
        field: `acknowledge["${ruleId}"]`,
        message: 'there is no rule of this id: the acknowledgement does nothing',
        fix: 'write the id as the finding prints it',
      }));
  }
}
