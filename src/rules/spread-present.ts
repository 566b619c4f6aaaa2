import type { Rule } from './rule';
import { fewest } from './scale';
import { antiAffinityTerms, spreadConstraints } from './spread-terms';

export const spreadPresent: Rule = {
  id: 'spread-present',
  severity: 'warning',
  title: 'the members of a set are spread over nodes',
  source: 'kubernetes v1.28.15 pkg/scheduler/framework/plugins/podtopologyspread/plugin.go L42-L53 (the default only prefers); kube-score statefulset-has-host-podantiaffinity',
  set: (set, report) => {
    const replicas = fewest(set);
    if (replicas < 2 || spreadConstraints(set).length > 0 || antiAffinityTerms(set).length > 0) return;
    report({
      object: set.object,
      path: set.podPath('topologySpreadConstraints'),
      message: `neither topologySpreadConstraints nor a pod anti-affinity spreads the ${replicas} pods: one node may hold all of them, `
        + 'and a disruption budget does not help when that node fails',
      fix: 'add a topologySpreadConstraint with maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway and the labels of the template',
    });
  },
};
