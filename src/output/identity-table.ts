import { POD_NAME_LABEL } from '../identity/labels';
import { Names, hostFqdn, peerFqdn, peerServiceName, serviceFqdn } from '../identity/names';
import { ordinals } from '../identity/ordinals';
import { majority, scaled } from '../identity/quorum';
import { ObjectSet } from '../rules/object-set';
import { SetView } from '../rules/set-view';

/** One pod of the table. */
export interface IdentityRow {
  readonly ordinal: number;
  readonly pod: string;
  readonly fqdn: string;
  /** Name of the pod's own Service, where there is one that leads to it. */
  readonly peer?: string;
  readonly claims: readonly string[];
  /** Whether the pod is there only while an autoscaler asks for more than the minimum. */
  readonly scaled?: true;
}

/** The identities and orders of one StatefulSet, read off its manifests. */
export interface IdentityTable {
  readonly statefulSet: string;
  readonly namespace: string;
  readonly service: string;
  readonly publishNotReadyAddresses: boolean;
  readonly podManagementPolicy: string;
  readonly updateStrategy: string;
  readonly selector: string;
  readonly budget: string;
  /** The range of a set that is autoscaled: budget and orders are those of its minimum. */
  readonly replicas?: string;
  readonly pods: readonly IdentityRow[];
  /** What starts, is updated and is removed in which order. */
  readonly start: string;
  readonly update: string;
  readonly scaleDown: string;
}

/** The table of every StatefulSet among the objects, in their order. */
export function identityTables(objects: readonly any[], clusterDomain: string): IdentityTable[] {
  return new ObjectSet(objects).sets.map((set) => table(set, clusterDomain));
}

function table(set: SetView, domain: string): IdentityTable {
  const names: Names = { set: set.name, service: set.serviceName ?? '', namespace: set.namespace || 'default', domain };
  const all = ordinals(set.start, set.replicas);
  const range = set.replicasWritten ? undefined : set.range;
  const possible = range ? ordinals(set.start, Math.max(range[1], set.replicas)) : all;
  return {
    statefulSet: set.name,
    namespace: names.namespace,
    service: serviceFqdn(names),
    publishNotReadyAddresses: set.service?.spec?.publishNotReadyAddresses === true,
    podManagementPolicy: set.parallel ? 'Parallel' : 'OrderedReady',
    updateStrategy: strategy(set),
    selector: selectorText(set.selector),
    budget: set.budgets.length === 0 ? 'none' : set.budgets.map((budget) => budgetText(budget, set)).join('; '),
    ...range ? { replicas: `${range[0]} to ${range[1]}` } : {},
    pods: possible.map((ordinal, i) => ({
      ordinal,
      pod: set.podName(ordinal),
      fqdn: hostFqdn(names, set.podName(ordinal)),
      ...hasPeer(set, set.podName(ordinal)) ? { peer: peerFqdn(names, set.podName(ordinal)) } : {},
      claims: set.claims.map((_, claim) => set.claimName(set.claimNameAt(claim), ordinal)),
      ...i < all.length ? {} : { scaled: true },
    })),
    start: order(all, set.parallel, 'all at once', 'each when the one before is ready'),
    update: updateOrder(set, all),
    scaleDown: order([...all].reverse(), set.parallel, 'all surplus ones at once', 'each when the one before is gone'),
  };
}

function hasPeer(set: SetView, pod: string): boolean {
  return set.all.find('Service', set.namespace, peerServiceName(pod))?.spec?.selector?.[POD_NAME_LABEL] === pod;
}

function strategy(set: SetView): string {
  const { type, rollingUpdate } = set.spec.updateStrategy ?? {};
  return type === 'OnDelete' ? 'OnDelete'
    : rollingUpdate?.partition ? `RollingUpdate from ordinal ${set.start + rollingUpdate.partition}` : 'RollingUpdate';
}

function updateOrder(set: SetView, all: readonly number[]): string {
  if (set.spec.updateStrategy?.type === 'OnDelete') return 'when a pod is deleted';
  const partition = set.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
  const updated = [...all].reverse().filter((ordinal) => ordinal >= set.start + partition);
  return order(updated, false, '', 'each when the one before is ready');
}

function order(sequence: readonly number[], parallel: boolean, together: string, apart: string): string {
  if (sequence.length === 0) return 'none';
  const text = sequence.length > 8 ? [...sequence.slice(0, 3), '…', sequence[sequence.length - 1]] : sequence;
  if (sequence.length === 1) return `${text[0]}`;
  return parallel ? `${text.join(' ')}, ${together}` : `${text.join(', then ')}, ${apart}`;
}

function selectorText(selector: any): string {
  const labels = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const expressions = (selector?.matchExpressions ?? []).map((e: any) => `${e.key} ${e.operator} ${(e.values ?? []).join('|')}`.trim());
  return [...labels.sort(), ...expressions].join(', ');
}

function budgetText(budget: any, set: SetView): string {
  const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy: policy } = budget.spec ?? {};
  const n = set.replicas;
  const least = minAvailable !== undefined ? scaled(minAvailable, n) : n - (scaled(maxUnavailable, n) ?? n);
  const allowed = least === undefined ? '?' : Math.max(0, n - Math.max(0, least));
  const said = minAvailable !== undefined ? `minAvailable ${minAvailable}` : `maxUnavailable ${maxUnavailable}`;
  const quorum = set.quorum ? `, a majority is ${majority(n)}` : '';
  return `${said} of ${n}: a drain may take ${allowed}${quorum}${policy ? ` (${policy})` : ''}`;
}

/** Stable text: one block a set, one line a pod. */
export function tableText(tables: readonly IdentityTable[]): string {
  return tables.map((t) => {
    const head = [
      `StatefulSet ${t.namespace}/${t.statefulSet}`,
      `  headless Service  ${t.service}${t.publishNotReadyAddresses ? ' (not-ready addresses published)' : ''}`,
      `  selector          ${t.selector}`,
      `  policy            ${t.podManagementPolicy}, ${t.updateStrategy}`,
      `  budget            ${t.budget}`,
      ...t.replicas === undefined ? [] : [`  autoscaled        ${t.replicas} replicas; budget and orders are those of the minimum, + is there only above it`],
      `  start             ${t.start}`,
      `  update            ${t.update}`,
      `  scale down        ${t.scaleDown}`,
    ];
    const peers = t.pods.some((pod) => pod.peer !== undefined);
    const row = (ordinal: string, pod: string, fqdn: string, peer: string, claims: string) => [ordinal, pod, fqdn, ...peers ? [peer] : [], claims];
    const rows = t.pods.map((pod) => row(`${pod.ordinal}${pod.scaled ? '+' : ''}`, pod.pod, pod.fqdn, pod.peer ?? '-', pod.claims.join(' ') || '-'));
    return [...head, ...aligned([row('#', 'pod', 'fqdn', 'peer', 'claims'), ...rows]).map((line) => `  ${line}`)].join('\n') + '\n';
  }).join('\n');
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}
