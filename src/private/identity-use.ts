import { Problem } from './problem';
import { IdentityWatch, Refusal } from '../identity/watch';
import { ServicePort } from '../manifests/service';
import { few } from '../rules/few';
import { PEER_SERVICES_UNUSED } from '../rules/rule';

/** What of a set's identities was handed out: it must be true of what is rendered in the end. */
export class IdentityUse implements IdentityWatch {
  /** What was derived from the number of replicas. */
  public readonly fromReplicas: string[] = [];
  /** Whether a list of the first members was rendered. */
  public bootstrapListed = false;
  /** Whether a pod fills in its own name. */
  public ownIdentity = false;
  /** What names peer Services, whether or not there are any. */
  private readonly peersNamed = new Set<string>();
  private peersDeclared = false;
  private certificateWithoutPeers = false;
  private readonly records = new Map<string, { readonly port: string; readonly protocol: string }>();

  public constructor(private readonly report: (problem: Problem) => void, private readonly changed: () => void) {}

  public derived(what: string, bootstrap: boolean): void {
    this.fromReplicas.push(what);
    this.bootstrapListed ||= bootstrap;
    this.changed();
  }

  public own(): void {
    this.ownIdentity = true;
    this.changed();
  }

  public peer(what: string): void {
    this.peersNamed.add(what);
    this.changed();
  }

  public certificate(): void {
    if (!this.peersDeclared) this.certificateWithoutPeers = true;
    this.changed();
  }

  public srv(port: string, protocol: string): void {
    this.records.set(`${port}/${protocol}`, { port, protocol });
    this.changed();
  }

  public refused(refusal: Refusal): void {
    this.report(refusal);
    this.changed();
  }

  /** Every member has a Service of its own. */
  public declarePeers(): void {
    this.peersDeclared = true;
    this.derived('the number of peer Services', false);
  }

  /** What the ports and Services in the end do not bear out. */
  public problems(published: readonly ServicePort[]): Problem[] {
    return [...this.peerProblems(), ...this.recordProblems(published)];
  }

  private peerProblems(): Problem[] {
    const named = few(this.peersNamed, () => true, (what) => what);
    if (!this.peersDeclared && named !== undefined) {
      return [{
        field: 'addPeerServices',
        message: `${named}: no peer Services are declared, so the name never resolves and the members never find each other`,
        fix: 'call addPeerServices() on the workload, before or after; or name the pods themselves by {fqdn}',
      }];
    }
    if (this.peersDeclared && this.certificateWithoutPeers) {
      return [{
        field: 'identity.tlsNames',
        message: 'the names of a certificate were taken before addPeerServices(): it lacks those of the peer Services, so a member that is reached by one of them is refused',
        fix: 'call addPeerServices() before tlsNames()',
      }];
    }
    if (!this.peersDeclared || named !== undefined) return [];
    return [{
      ruleId: PEER_SERVICES_UNUSED,
      severity: 'warning',
      acknowledgeable: true,
      field: 'addPeerServices',
      message: 'nothing asks for the names of the peer Services, so the members still know each other by names whose address changes',
      fix: `name the members by {peer} or {peerFqdn} in their templates, or by peerFqdn(); or, where the names stand elsewhere, acknowledge('${PEER_SERVICES_UNUSED}', '<where>')`,
    }];
  }

  /** An SRV record is there for a named port of the headless Service and for nothing else. */
  private recordProblems(published: readonly ServicePort[]): Problem[] {
    if (this.records.size === 0) return [];
    const known = published.map(({ name, protocol = 'TCP' }) => ({ name, protocol }));
    return [...this.records.values()]
      .filter(({ port, protocol }) => !known.some((one) => one.name === port && one.protocol === protocol.toUpperCase()))
      .map(({ port, protocol }) => ({
        field: `identity.srv(${JSON.stringify(port)})`,
        message: `no container has a ${protocol.toUpperCase()} port named ${JSON.stringify(port)}: the headless Service has no such SRV record, and the name never resolves`,
        fix: `name a port of the containers; there are ${known.map(({ name, protocol: of }) => `${name} (${of})`).join(', ') || 'none'}`,
      }));
  }
}
