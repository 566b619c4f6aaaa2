import { isDeclared } from './declared';
import { list, map, shown, text } from './json';
import { isDnsSubdomain } from './label-syntax';
import { ALWAYS, type FieldPath, type Json, type Rule } from './rule';
import { serviceViews } from './services';
import type { SetView } from './set-view';

const TYPES = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];
/** Fields with few words; an empty one says nothing. */
const WORDS: ReadonlyArray<readonly [field: string, words: readonly string[]]> = [
  ['sessionAffinity', ['None', 'ClientIP']], ['internalTrafficPolicy', ['Cluster', 'Local']],
];
const OF_BALANCERS = ['loadBalancerClass', 'allocateLoadBalancerNodePorts'];
const POLICIES = ['Cluster', 'Local'];
/** The minor version from which on external addresses make a Service one that clients outside reach. */
const EXTERNAL_IPS = 29;
/** What API servers hand out by default. */
const [FIRST_NODE_PORT, LAST_NODE_PORT] = [30_000, 32_767];

export const serviceTypeFields: Rule = {
  id: 'service-type-fields',
  severity: 'error',
  title: 'a Service has a type that exists, the fields that its type needs and none that its type forbids',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L5145 (ValidateService), L5383 (validateServiceExternalTrafficPolicy), pkg/kubeapiserver/options/options.go L26 (DefaultServiceNodePortRange); v1.29.0 pkg/apis/core/validation/validation.go L5549 (ExternallyAccessible); run of v1.28.15 and v1.36.3',
  rejected: ALWAYS,
  all: (all, report, { minor }) => {
    const told = new Set(serviceViews(all).filter(({ peerOf }) => peerOf && isPortless(peerOf.set)).map(({ service }) => service));
    for (const service of all.services) {
      const spec = map(service.spec);
      const type = text(spec.type) || 'ClusterIP';
      const refused = (path: ReadonlyArray<string | number>, message: string, fix: string) =>
        report({ object: service, path: ['spec', ...path], message: `${message}; the API server refuses the Service`, fix });
      if (!TYPES.includes(type)) {
        refused(['type'], `type is ${shown(type)}`, `write ${TYPES.join(', ')}`);
        continue;
      }
      const external = type === 'NodePort' || type === 'LoadBalancer';
      const headless = spec.clusterIP === 'None';
      if (type === 'ExternalName') {
        const name = (text(spec.externalName) ?? '').replace(/\.$/, '');
        if (name === '') refused(['externalName'], 'type is ExternalName and externalName is missing', 'write the DNS name that it stands for, or another type');
        else if (!isDnsSubdomain(name)) refused(['externalName'], `externalName ${shown(spec.externalName)} is no DNS name`, 'write a DNS name in lower case');
      } else if (list(spec.ports).length === 0 && !headless && !told.has(service)) {
        refused(['ports'], 'there are no ports, which only a headless Service can do without', 'list the ports that clients connect to');
      }
      for (const [field, words] of WORDS) {
        if (text(spec[field]) && !words.includes(spec[field])) refused([field], `${field} is ${shown(spec[field])}`, `write ${words.join(' or ')}`);
      }
      const policy = text(spec.externalTrafficPolicy);
      const reached = isReached(spec, minor);
      if (reached && policy && !POLICIES.includes(policy)) refused(['externalTrafficPolicy'], `externalTrafficPolicy is ${shown(policy)}`, `write ${POLICIES.join(' or ')}`);
      // On a headless Service it is for another rule.
      if (!reached && !headless && policy) {
        refused(['externalTrafficPolicy'], `externalTrafficPolicy ${shown(policy)} stands on type ${type}`, 'remove it, or choose type LoadBalancer or NodePort');
      }
      for (const field of type === 'LoadBalancer' ? [] : OF_BALANCERS) {
        if ((spec[field] ?? undefined) !== undefined) refused([field], `${field} stands on type ${type}`, 'remove it, or choose type LoadBalancer');
      }
      if (external && !headless) {
        for (const { path, port } of nodePortsOf(spec)) {
          if (port >= FIRST_NODE_PORT && port <= LAST_NODE_PORT) continue;
          report({
            object: service,
            path: ['spec', ...path],
            rejected: false,
            message: `${path.at(-1)} ${port} lies outside ${FIRST_NODE_PORT}-${LAST_NODE_PORT}, so the API server refuses the Service unless its --service-node-port-range is another`,
            fix: `remove it, so that one is chosen, or write one from ${FIRST_NODE_PORT} to ${LAST_NODE_PORT}`,
          });
        }
      }
      list(spec.ports).map(map).forEach(({ nodePort }, i) => {
        if (type === 'ClusterIP' && nodePort) refused(['ports', i, 'nodePort'], `nodePort ${shown(nodePort)} stands on type ClusterIP`, 'remove it, or choose type NodePort');
      });
    }
  },
};

/** Whether externalTrafficPolicy has a meaning for the API server of a minor version. */
export function isReached({ type, externalIPs }: Json, minor: number): boolean {
  if (type === 'NodePort' || type === 'LoadBalancer') return true;
  return minor >= EXTERNAL_IPS && (text(type) || 'ClusterIP') === 'ClusterIP' && list(externalIPs).length > 0;
}

/** The ports of nodes that a Service asks for; 0 leaves the choice to the server. */
export function nodePortsOf({ ports, type, externalTrafficPolicy, healthCheckNodePort }: Json): Array<{ readonly path: FieldPath; readonly port: number }> {
  const asked = list(ports).map((port, i) => ({ path: ['ports', i, 'nodePort'], port: map(port).nodePort }));
  const checked = type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
  return [...asked, ...(checked ? [{ path: ['healthCheckNodePort'], port: healthCheckNodePort }] : [])].filter(({ port }) => Number.isInteger(port) && port !== 0);
}

/** A construct says once of a set without ports what every one of its peer Services lacks. */
function isPortless(set: SetView): boolean {
  return isDeclared(set) && set.containers.every(({ container }) => list(container.ports).length === 0);
}
