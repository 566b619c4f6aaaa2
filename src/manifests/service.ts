import { Json, compact, nonEmpty } from './json';

/** A container port that a Service publishes. */
export interface ServicePort {
  readonly name: string;
  readonly number: number;
  /** TCP when absent. */
  readonly protocol?: string;
  readonly appProtocol?: string;
  /** Whether the container gives the port this name, so that a Service may target it by name. */
  readonly targetable: boolean;
}

/** A container port as declared: named or not. */
export interface DeclaredPort {
  readonly name?: string;
  readonly number: number;
  readonly protocol?: string;
}

export interface HeadlessServiceModel {
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
  readonly publishNotReadyAddresses: boolean;
  readonly ipFamilies?: readonly string[];
  readonly ipFamilyPolicy?: string;
}

/**
 * The governing Service: no cluster IP, every port as the pod has it, since nothing translates ports here.
 */
export function headlessServiceSpec(model: HeadlessServiceModel): Json {
  return compact({
    clusterIP: 'None',
    ipFamilies: model.ipFamilies,
    ipFamilyPolicy: model.ipFamilyPolicy,
    ports: nonEmpty(model.ports.map((port) => portSpec(port, port.number))),
    publishNotReadyAddresses: model.publishNotReadyAddresses || undefined,
    selector: model.selector,
    type: 'ClusterIP',
  });
}

export interface ClientServiceModel {
  readonly type: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
  readonly sessionAffinity?: string;
  readonly loadBalancerClass?: string;
  readonly externalTrafficPolicy?: string;
  readonly ipFamilies?: readonly string[];
  readonly ipFamilyPolicy?: string;
}

/** The Service for clients: ready pods only. */
export function clientServiceSpec(model: ClientServiceModel): Json {
  const { ports, ...rest } = model;
  return compact({ ...rest, ports: nonEmpty(ports.map((port) => portSpec(port, port.targetable ? port.name : port.number))) });
}

export interface PeerServiceModel {
  /** Labels of the set's pods, and the one that has the pod's name. */
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
  readonly ipFamilies?: readonly string[];
  readonly ipFamilyPolicy?: string;
}

/**
 * The Service of one pod: an address that is there before the pod, and no port remapped, so that `host:port` means the
 * same by this name and by the pod's own. Members look each other up before they are ready.
 */
export function peerServiceSpec(model: PeerServiceModel): Json {
  const { ports, ...rest } = model;
  return compact({
    ...rest,
    ports: nonEmpty(ports.map((port) => portSpec(port, port.number))),
    publishNotReadyAddresses: true,
    type: 'ClusterIP',
  });
}

function portSpec(port: ServicePort, targetPort: number | string): Json {
  return compact({ name: port.name, port: port.number, targetPort, protocol: port.protocol ?? 'TCP', appProtocol: port.appProtocol });
}

/**
 * The ports of all containers, each once, every one named: SRV records and service meshes go by the name, and the
 * API server refuses two unnamed ones.
 */
export function publishedPorts(declared: readonly DeclaredPort[], appProtocols: Readonly<Record<string, string>>): ServicePort[] {
  const seen = new Set<string>();
  const ports: ServicePort[] = [];
  for (const port of declared) {
    const protocol = port.protocol ?? 'TCP';
    const key = `${port.number}/${protocol}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const name = port.name ?? `${protocol.toLowerCase()}-${port.number}`;
    ports.push({ name, number: port.number, protocol, appProtocol: appProtocols[name], targetable: port.name !== undefined });
  }
  return ports;
}
