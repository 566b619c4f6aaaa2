import type { Rule } from './rule';
import { partition, rolls } from './update-strategy';
import { majority } from '../identity/quorum';

export const parallelUpdateDropsQuorum: Rule = {
  id: 'parallel-update-drops-quorum',
  severity: 'warning',
  title: 'a quorum is not updated by a rolling update of a Parallel set',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L679-L700; kubernetes#96218',
  set: (set, report, { minor }) => {
    const { object, replicas, podName, start, last } = set;
    if (minor > 36 || !set.parallel || !set.quorum || !rolls(set) || replicas < 3) return;
    if (partition(set) >= replicas - 1) return;
    report({
      object,
      path: ['spec', 'updateStrategy'],
      message: `a rolling update of a Parallel set does not look at the pods below the one it replaces: while ${podName(start)} is unready it still `
        + `deletes ${podName(last)}, and no disruption budget is asked; the quorum needs ${majority(replicas)} of ${replicas} members`,
      fix: `write updateStrategy type: OnDelete and delete one pod at a time, or roll out step by step from partition: ${replicas - 1}`,
    });
  },
};
