import { readFileSync } from 'fs';
import { IConstruct } from 'constructs';
import { dnsEngine } from './dns-engine';
import { Registry } from './registry';
import { settings } from './settings';
import { ClusterContext } from '../cluster-context';
import type { AdviceRefusal, Situation } from '../cluster-dns/advice';
import type { Current } from '../cluster-dns/current';
import type { ServiceName } from '../cluster-dns/service-name';
import type { CoreDnsPatchProps } from '../core-dns-patch-props';
import type { CurrentCorefile } from '../current-corefile';
import { StatefulWorkload } from '../stateful-workload';

/** A situation, or everything that keeps one from being known. */
export interface DnsQuestion {
  readonly situation?: Situation;
  readonly refusals: readonly AdviceRefusal[];
}

/** Every StatefulWorkload below a scope, in construction order. */
export function workloadsBelow(scope: IConstruct): StatefulWorkload[] {
  return Registry.of(scope).below(scope).filter((member): member is StatefulWorkload => member instanceof StatefulWorkload);
}

export function serviceOf({ identity }: StatefulWorkload): ServiceName {
  return { service: identity.serviceName, namespace: identity.namespace, domain: identity.clusterDomain };
}

class Reader {
  public readonly refusals: AdviceRefusal[] = [];

  public constructor(private readonly scope: IConstruct, private readonly props: CoreDnsPatchProps) {}

  public current(given: CurrentCorefile | undefined, what: string): Current | undefined {
    const read = given?._read;
    if (given === undefined || read === undefined) return undefined;
    if (!('unusable' in read)) return read;
    this.refusals.push({ code: 'unusable', where: `${what}: ${given._name}`, message: read.unusable, fix: read.fix });
    return undefined;
  }

  public services(): ServiceName[] {
    const { workloads, services = [], servicesFiles = [], clusterDomain } = this.props;
    const own = (workloads ?? workloadsBelow(this.scope.node.root)).map(serviceOf);
    const { target, problems } = settings(this.scope, undefined, clusterDomain);
    const problem = problems.find(({ field }) => field === 'clusterDomain');
    if (problem) this.refusals.push({ code: 'cluster-domain', where: 'clusterDomain', message: `${problem.given}: ${problem.breaks}`, fix: problem.fix });
    const lines = servicesFiles.flatMap((path) => this.lines(path));
    const named = [...services.map((text) => ({ text, where: 'services' })), ...lines].map(({ text, where }) => this.service(text, where, target.clusterDomain));
    return [...own, ...named.filter((name) => name !== undefined)];
  }

  private service(text: string, where: string, domain: string): ServiceName | undefined {
    const name = dnsEngine().readService(text, domain);
    if (!name) this.refusals.push({ code: 'service-name', where, message: `"${text}" names no Service`, fix: 'write <service>.<namespace>' });
    return name;
  }

  private lines(path: string): { text: string; where: string }[] {
    try {
      return dnsEngine().serviceLines(readFileSync(path, 'utf8')).map(({ text, line }) => ({ text, where: `${path} line ${line}` }));
    } catch (e) {
      this.refusals.push({
        code: 'services-file', where: path, message: `it cannot be read: ${(e as Error).message.split(',')[0]}`, fix: 'give the path of a file with one <service>.<namespace> a line',
      });
      return [];
    }
  }
}

/** Reads what a patch is declared with. */
export function dnsQuestion(scope: IConstruct, props: CoreDnsPatchProps): DnsQuestion {
  const { platform, scope: width, denialOnly, key } = props;
  const { kubernetesVersion, coreDnsVersion, nodeLocalDns, nodeLocalCoreDnsVersion } = platform._options;
  const reader = new Reader(scope, props);
  const current = reader.current(props.current, 'current');
  const nodeLocal = reader.current(nodeLocalDns, 'nodeLocalDns');
  const services = reader.services();
  if (key !== undefined && !/^[-._a-zA-Z0-9]{1,240}$/.test(key)) {
    reader.refusals.push({ code: 'key', where: 'key', message: `"${key}" is no key of a ConfigMap`, fix: 'write letters, digits, "-", "_" and "."' });
  }
  const version = kubernetesVersion ?? scope.node.tryGetContext(ClusterContext.KUBERNETES_VERSION);
  if (reader.refusals.length > 0) return { refusals: reader.refusals };
  return {
    refusals: [],
    situation: {
      platform: platform._platform,
      ...(version !== undefined && { kubernetesVersion: String(version) }),
      coreDnsVersion,
      aboutToUpgrade: platform._aboutToUpgrade,
      current,
      nodeLocal,
      nodeLocalCoreDnsVersion,
      services,
      scope: width ?? 'service',
      denialOnly,
      key,
    },
  };
}
