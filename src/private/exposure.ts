import * as kplus from 'cdk8s-plus-28';
import { ServicePort } from '../manifests/service';
import type { ClientServiceOptions } from '../service-options';
import { Problem } from './problem';

/** What a Service or a policy asks of the ports of the containers. */
export interface Exposure {
  /** The prop or the call. */
  readonly field: string;
  /** Names of ports. */
  readonly ports?: readonly string[];
  /** What the list of ports is called; `ports` when absent. */
  readonly list?: string;
  /** What comes of a port that no container has. */
  readonly missing?: string;
  readonly appProtocols?: { readonly [portName: string]: string };
  /** What comes of a set without any port, where that matters, and what to do then. */
  readonly portless?: Pick<Problem, 'ruleId' | 'message' | 'fix'>;
}

/** The rule about fields that a type of Service must and cannot have. */
const SERVICE_FIELDS = 'service-type-fields';

export const CLIENTS_WITHOUT_PORT = {
  ruleId: SERVICE_FIELDS,
  message: 'no container declares a port, and a Service for clients needs one: the API server refuses it',
  fix: 'give the port that clients use to a container',
};

export const PEERS_WITHOUT_PORT = {
  ruleId: SERVICE_FIELDS,
  message: 'no container declares a port: the API server refuses a Service that has an address and no port',
  fix: 'give the ports that members use to the containers',
};

/** Fields of a Service for clients that do not fit its type. */
export function clientServiceProblems({ type, externalTrafficPolicy, loadBalancerClass }: ClientServiceOptions): Problem[] {
  if (type === kplus.ServiceType.EXTERNAL_NAME) {
    return [{
      ruleId: SERVICE_FIELDS,
      field: 'addClientService.type',
      message: 'ExternalName has no pods behind it and needs the name of another host: the API server refuses it without one',
      fix: 'choose CLUSTER_IP, NODE_PORT or LOAD_BALANCER',
    }];
  }
  const balanced = type === kplus.ServiceType.LOAD_BALANCER;
  const external = balanced || type === kplus.ServiceType.NODE_PORT;
  return (external || externalTrafficPolicy === undefined) && (balanced || loadBalancerClass === undefined) ? [] : [{
    ruleId: SERVICE_FIELDS,
    field: 'addClientService',
    message: 'externalTrafficPolicy or loadBalancerClass is set on a type that has none: the API server refuses the Service',
    fix: 'choose type LOAD_BALANCER, or NODE_PORT for externalTrafficPolicy alone',
  }];
}

/** What is asked for and is not there, once all containers are known. */
export function exposureProblems({ field, ports, list = 'ports', missing, appProtocols = {}, portless }: Exposure, published: readonly ServicePort[]): Problem[] {
  if (portless && published.length === 0) return [{ field, ...portless }];
  const names = published.map(({ name }) => name);
  const there = names.join(', ') || 'none';
  const strangers = Object.keys(appProtocols).filter((name) => !names.includes(name));
  return [
    ...(ports ?? []).filter((name) => !names.includes(name)).map((name) => ({
      field: `${field}.${list}`,
      message: `${missing}: no container has a port named ${JSON.stringify(name)}`,
      fix: `there are ${there}: name one of them, or give the port to a container`,
    })),
    ...ports?.length === 0 && portless ? [{
      ruleId: SERVICE_FIELDS,
      field: `${field}.${list}`,
      message: 'the list is empty: the API server refuses a Service without a port',
      fix: `name ports of the containers (${there}), or leave the list out for all of them`,
    }] : [],
    ...strangers.length === 0 ? [] : [{
      field,
      message: `appProtocols names ${strangers.join(', ')}, which no container port is called: nothing would be rendered`,
      fix: `name ports of the containers: ${there}`,
    }],
  ];
}

/** The ports of these names, or all of them; names that do not exist are reported by `exposureProblems`. */
export function pick(published: readonly ServicePort[], names: readonly string[] | undefined): ServicePort[] {
  return names === undefined ? [...published] : names.flatMap((name) => published.find((port) => port.name === name) ?? []);
}
