import { Chart } from 'cdk8s';
import { engine } from './engine';
import type { Member } from './registry';
import { ClusterContext } from '../cluster-context';
import { Finding } from '../rules/finding';

/** A StatefulSet as it is written, and who declared it. */
export interface RenderedSet {
  readonly member: Member;
  readonly json: any;
}

const RULE = 'duplicate-object';

/**
 * Sets that two charts of an app declare with one namespace and name. Only different clusters make that right, and the app
 * need not say where a chart goes: a warning, and none where the charts are for different targets or clusters, or name no namespace.
 */
export function acrossCharts(sets: Iterable<RenderedSet>): Array<{ readonly member: Member; readonly finding: Finding }> {
  const first = new Map<string, RenderedSet>();
  const found: Array<{ member: Member; finding: Finding }> = [];
  for (const set of sets) {
    const { member, json } = set;
    const { name, namespace } = json.metadata ?? {};
    if (json.kind !== 'StatefulSet' || !name || !namespace) continue;
    const key = JSON.stringify([member.node.tryGetContext(ClusterContext.CLUSTER), namespace, name]);
    const other = first.get(key);
    if (!other) first.set(key, set);
    if (!other || other.member._target !== member._target || Chart.of(other.member) === Chart.of(member)) continue;
    if ([json, other.json].some((one) => engine().acknowledged(one, RULE) !== undefined)) continue;
    const charts = [other, set].map((one) => JSON.stringify(Chart.of(one.member).node.path)).join(' and ');
    found.push({
      member,
      finding: {
        ruleId: RULE,
        severity: 'warning',
        message: `the charts ${charts} both declare StatefulSet ${JSON.stringify(name)} of namespace ${JSON.stringify(namespace)}: `
          + 'in one cluster an apply of the second overwrites the first without a word',
        fix: 'give one of them another name or namespace; or, if the charts go to different clusters, give them different names of ClusterContext.CLUSTER, or acknowledge it with these',
        apiVersion: json.apiVersion,
        kind: json.kind,
        namespace,
        name,
        path: 'metadata.name',
        acknowledgeable: true,
        constructPath: member.node.path,
      },
    });
  }
  return found;
}
