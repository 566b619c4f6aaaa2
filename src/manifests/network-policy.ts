import { Json, compact, nonEmpty } from './json';
import { ServicePort } from './service';

export interface NetworkPolicyModel {
  /** Labels of the set's pods. */
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
  /** Rendered NetworkPolicy peers that may reach the ports. */
  readonly clients: readonly Json[];
  /** Ports for the clients; all when absent. */
  readonly clientPorts?: readonly ServicePort[];
  /** Rendered NetworkPolicy peers that the pods may reach, on any port. */
  readonly upstreams: readonly Json[];
  /** Close egress as well, save to peers, DNS and upstreams. */
  readonly restrictEgress: boolean;
}

/**
 * Members always reach each other, and DNS stays open: a policy that forgets port 53 makes every peer name
 * unresolvable, over TCP as soon as an answer is long.
 */
export function networkPolicySpec(model: NetworkPolicyModel): Json {
  const self = { podSelector: { matchLabels: model.selector } };
  return compact({
    podSelector: { matchLabels: model.selector },
    policyTypes: model.restrictEgress ? ['Ingress', 'Egress'] : ['Ingress'],
    ingress: [
      { from: [self] },
      ...(model.clients.length > 0 ? [compact({ from: model.clients, ports: nonEmpty((model.clientPorts ?? model.ports).map(policyPort)) })] : []),
    ],
    egress: !model.restrictEgress ? undefined : [
      { to: [self] },
      // Node-local caches answer on a host address, which no pod selector covers: port 53 to anywhere.
      { ports: [{ port: 53, protocol: 'UDP' }, { port: 53, protocol: 'TCP' }] },
      ...(model.upstreams.length > 0 ? [{ to: model.upstreams }] : []),
    ],
  });
}

function policyPort(port: ServicePort): Json {
  return { port: port.number, protocol: port.protocol ?? 'TCP' };
}
