import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { BOOTSTRAP_ANNOTATION, IGNORE_ANNOTATION, MEMBERS_ANNOTATION, QUORUM, REPLICAS_ANNOTATION, ignoreLines } from '../identity/labels';
import { Members } from '../members';
import { few } from '../rules/few';
import { Finding } from '../rules/finding';
import { ACKNOWLEDGEMENT } from '../rules/rule';
import type { StatefulWorkloadProps } from '../stateful-workload-props';
import { engine } from './engine';
import { metadataJson } from './plain';
import { Settings } from './settings';

interface Owner extends IConstruct {
  readonly statefulSet: ApiObject;
  readonly replicas: number;
}

/** The size that a bootstrap list has when nobody says otherwise. */
const USUAL_SIZE = 3;

/** Rules about the declaration itself: what never reaches a manifest. */
const DECLARATION = 'declaration';
const RANGE_UNSTATED = 'bootstrap-range-unstated';
const AUTOSCALER_DERIVED = 'autoscaler-derived';
const ACKNOWLEDGEABLE_HERE = [RANGE_UNSTATED, AUTOSCALER_DERIVED];

/** What a declaration states besides the manifests: intent, acknowledgements, and what is wrong with either. */
export class Declaration {
  private readonly acknowledged = new Map<string, string>();
  private readonly fixed: Finding[] = [];
  private readonly derived: string[] = [];
  private bootstrapListed = false;
  /** What names peer Services, whether or not there are any. */
  private readonly peersNamed = new Set<string>();
  private peersDeclared = false;
  private certificateWithoutPeers = false;

  public constructor(private readonly owner: Owner, private readonly props: StatefulWorkloadProps, settings: Settings, private readonly members: Members) {
    const { metadata } = owner.statefulSet;
    if (members.decidesByMajority) {
      metadata.addAnnotation(MEMBERS_ANNOTATION, QUORUM);
      this.derived.push('the quorum');
    }
    if (members.bootstrapTogether) {
      metadata.addAnnotation(BOOTSTRAP_ANNOTATION, `together, ${this.bootstrapSize}`);
      if (members.decidesByMajority) this.acknowledge('parallel-update-drops-quorum', 'the members bootstrap together, which needs Parallel');
    }
    if (props.autoscale) metadata.addAnnotation(REPLICAS_ANNOTATION, `${props.autoscale.min}-${props.autoscale.max}`);
    for (const problem of settings.problems) {
      this.problem('target', problem.field, `${problem.given} is not valid: ${problem.breaks}`, problem.fix);
    }
    const disruption = props.disruption;
    const { majority, everyMember, minAvailable, maxUnavailable } = disruption?._intent ?? {};
    if (majority || everyMember || minAvailable !== undefined || typeof maxUnavailable === 'string') this.derived.push('the budget');
    if (disruption?._reason !== undefined) {
      for (const ruleId of disruption._acknowledges) this.acknowledge(ruleId, disruption._reason);
    }
    for (const [ruleId, reason] of Object.entries(props.acknowledge ?? {})) this.acknowledge(ruleId, reason);
    if (props.autoscale && props.replicas !== undefined) {
      this.problem('replicas-or-autoscale', 'replicas', 'replicas and autoscale are both given: the rendering would fight the autoscaler', 'leave out replicas');
    }
    if (props.autoscale && !(props.autoscale.min >= 1 && props.autoscale.max >= props.autoscale.min)) {
      this.problem('replicas-or-autoscale', 'autoscale', `${JSON.stringify(props.autoscale)} is no range: no autoscaler can hold it`, 'write min from 1 on, and max from min on');
    }
    const { bootstrapSize } = members;
    if (bootstrapSize !== undefined && !(Number.isInteger(bootstrapSize) && bootstrapSize >= 1 && bootstrapSize <= owner.replicas)) {
      this.problem('bootstrap-size', 'members.bootstrapSize', `${bootstrapSize} of ${owner.replicas} replicas: the list would name members that do not exist, or none`,
        `write how many members there were at the first start, 1 to ${owner.replicas}`);
    }
  }

  /** Accepts what a rule says; written into the StatefulSet's annotation. */
  public acknowledge(ruleId: string, reason: string): void {
    if (reason.trim() === '') {
      this.problem(ACKNOWLEDGEMENT, `acknowledge["${ruleId}"]`, 'an acknowledgement without a reason tells nobody anything', 'write why it is acceptable here');
      return;
    }
    this.acknowledged.set(ruleId, reason);
    this.write();
  }

  /** The annotation: lines that somebody put there by hand stay, ours follow. */
  public write(): void {
    if (this.acknowledged.size === 0) return;
    const { metadata } = this.owner.statefulSet;
    const standing = String(metadataJson(metadata)?.annotations?.[IGNORE_ANNOTATION] ?? '').split('\n');
    const others = standing.filter((line) => line.trim() !== '' && !this.acknowledged.has(line.split(':')[0].trim()));
    metadata.addAnnotation(IGNORE_ANNOTATION, [...others, ignoreLines(this.acknowledged)].join('\n'));
  }

  /** Something was computed from the number of replicas. */
  public derive(what: string, bootstrapRange: boolean): void {
    this.derived.push(what);
    this.bootstrapListed ||= bootstrapRange;
  }

  /** A name of a peer Service was handed out, or all names of a certificate. */
  public usePeers(what: string, certificate: boolean): void {
    if (!certificate) this.peersNamed.add(what);
    else if (!this.peersDeclared) this.certificateWithoutPeers = true;
  }

  /** Every member has a Service of its own. */
  public declarePeers(): void {
    this.peersDeclared = true;
    this.derive('the number of peer Services', false);
  }

  public badTemplate(message: string): void {
    this.problem('peer-template', 'peers', message, 'use placeholders and ordinals that the message names');
  }

  /** A finding about something that only the whole declaration shows. */
  public late(field: string, message: string, fix: string): Finding {
    return this.finding(DECLARATION, field, message, fix);
  }

  /** A finding about something that belongs to another workload. */
  public stranger(message: string): Finding {
    return this.finding(DECLARATION, 'spec.template.spec', message, 'use claims and containers of the same workload');
  }

  /** Something was asked for that no manifest can show. */
  public misuse(field: string, message: string, fix: string): void {
    this.problem(DECLARATION, field, message, fix);
  }

  public duplicateClaim(name: string): void {
    this.problem('vct-duplicate-name', `claim(${JSON.stringify(name)})`, `two claim templates are called ${JSON.stringify(name)}: the API server keeps the last one without a word`,
      'give each claim a name of its own');
  }

  public problems(hasAutoscaler: boolean): Finding[] {
    this.write();
    return [...this.fixed, ...this.acknowledgementProblems(), ...this.peerProblems(), ...this.open(hasAutoscaler)];
  }

  private get bootstrapSize(): number {
    return this.members.bootstrapSize ?? this.owner.replicas;
  }

  /** Problems that a later call may still solve. */
  private open(hasAutoscaler: boolean): Finding[] {
    const { owner, members, props } = this;
    const found: Finding[] = [];
    if (this.bootstrapListed && members.bootstrapSize === undefined && owner.replicas !== USUAL_SIZE) {
      found.push(this.finding(RANGE_UNSTATED, 'members.bootstrapSize',
        `${owner.replicas} members are listed for the first start, but the size at the first start is not said: `
        + 'a list that grows with the set restarts every member, and some systems lose their cluster',
        `write bootstrapSize: ${owner.replicas} for a new set, or the number that the set once started with`, true));
    }
    if (hasAutoscaler && !props.autoscale && this.derived.length > 0) {
      found.push(this.finding(AUTOSCALER_DERIVED, 'replicas',
        `an autoscaler changes the number of pods, but ${[...new Set(this.derived)].join(', ')} is derived from ${owner.replicas}: both would soon disagree`,
        'give autoscale: { min, max } in place of replicas, or remove the autoscaler', true));
    }
    return found.filter((finding) => !this.acknowledged.has(finding.ruleId));
  }

  private peerProblems(): Finding[] {
    const named = few(this.peersNamed, () => true, (what) => what);
    if (!this.peersDeclared && named !== undefined) {
      return [this.finding(DECLARATION, 'addPeerServices', `${named}: no peer Services are declared, so the name never resolves and the members never find each other`,
        'call addPeerServices() on the workload, before or after; or name the pods themselves by {fqdn}')];
    }
    if (this.peersDeclared && this.certificateWithoutPeers) {
      return [this.finding(DECLARATION, 'identity.tlsNames', 'the names of a certificate were taken before addPeerServices(): it lacks those of the peer Services, '
        + 'so a member that is reached by one of them is refused', 'call addPeerServices() before tlsNames()')];
    }
    return [];
  }

  private acknowledgementProblems(): Finding[] {
    return [...this.acknowledged.keys()]
      .filter((ruleId) => !ACKNOWLEDGEABLE_HERE.includes(ruleId) && !engine().RULES.some((rule) => rule.id === ruleId))
      .map((ruleId) => this.finding(ACKNOWLEDGEMENT, `acknowledge["${ruleId}"]`,
        'there is no rule of this id: the acknowledgement does nothing', 'write the id as the finding prints it'));
  }

  private problem(ruleId: string, field: string, message: string, fix: string): void {
    this.fixed.push(this.finding(ruleId, field, message, fix));
  }

  private finding(ruleId: string, path: string, message: string, fix: string, acknowledgeable = false): Finding {
    const { statefulSet, node } = this.owner;
    return {
      ruleId,
      severity: 'error',
      message,
      fix,
      apiVersion: statefulSet.apiVersion,
      kind: statefulSet.kind,
      namespace: statefulSet.metadata.namespace ?? '',
      name: statefulSet.name,
      path,
      acknowledgeable,
      constructPath: node.path,
    };
  }
}
