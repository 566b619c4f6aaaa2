import { isWithin } from './addresses';
import { anyOf, cidr, exactWords, port, range } from './allow';
import { CHECKED_SELECTOR, counted, COUNTED_CONDITIONS, ENTRIES, metadata, SELECTOR, withAnyFinalizer } from './metadata';
import { Allow, int32, INT32, INT64, intOrText, list, struct, text } from './shape';
import { list as listOf, map } from '../json';
import { isDnsSubdomain } from '../label-syntax';

/** What other rules do not say of a PodDisruptionBudget. Its name can be any segment of a path. */
export const BUDGET = struct({
  metadata: counted(withAnyFinalizer(metadata((name) => /^[^/%]+$/.test(name), 'a name without "/" and "%"'))),
  spec: struct({ selector: SELECTOR }),
  status: struct({
    observedGeneration: INT64,
    disruptedPods: ENTRIES,
    disruptionsAllowed: INT32,
    currentHealthy: INT32,
    desiredHealthy: INT32,
    expectedPods: INT32,
    conditions: COUNTED_CONDITIONS,
  }),
});

/** Ranges that are no ranges are told by their own fields. */
const within: Allow = (value, minor) => {
  const outer = map(value).cidr;
  if (typeof outer !== 'string' || cidr(outer, minor) !== undefined) return undefined;
  const outside = listOf(map(value).except).some((inner) => typeof inner === 'string' && cidr(inner, minor) === undefined && !isWithin(inner, outer));
  return outside ? 'exceptions that are smaller ranges within cidr' : undefined;
};

const peer: Allow = (value, minor) => {
  const { ipBlock, podSelector, namespaceSelector } = map(value);
  if ((ipBlock ?? undefined) !== undefined && (podSelector ?? namespaceSelector ?? undefined) !== undefined) return 'ipBlock or selectors, in peers of their own';
  return anyOf('podSelector', 'namespaceSelector', 'ipBlock')(value, minor);
};
const PEERS = list(struct({
  podSelector: CHECKED_SELECTOR,
  namespaceSelector: CHECKED_SELECTOR,
  ipBlock: struct({ cidr: text(cidr), except: list(text(cidr)) }, ['cidr'], within),
}, [], peer));

const portRange: Allow = (value) => {
  const { port: from, endPort } = map(value);
  if ((endPort ?? undefined) === undefined) return undefined;
  return typeof from === 'number' && endPort >= from ? undefined : 'an endPort from port on, which is a number';
};
const PORTS = list(struct({ port: intOrText(port), protocol: text(exactWords('TCP', 'UDP', 'SCTP')), endPort: int32(range(1, 65535)) }, [], portRange));

/** A NetworkPolicy, but for its name. */
export const NETWORK_POLICY = struct({
  metadata: counted(metadata(isDnsSubdomain, 'a DNS name in lower case')),
  spec: struct({
    podSelector: CHECKED_SELECTOR,
    policyTypes: list(text(exactWords('Ingress', 'Egress')), (value) => value.length <= 2 ? undefined : 'Ingress and Egress once each'),
    ingress: list(struct({ from: PEERS, ports: PORTS })),
    egress: list(struct({ to: PEERS, ports: PORTS })),
  }),
});
