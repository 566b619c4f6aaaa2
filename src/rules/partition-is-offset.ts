import type { Rule } from './rule';
import { most } from './scale';
import type { SetView } from './set-view';
import { partition } from './update-strategy';
import { partitionOffset } from '../identity/ordinals';

/** Whether a partition is written as an ordinal and so lies above every index. */
export function misreadPartition(set: SetView): boolean {
  return set.start > 0 && most(set) > 0 && partition(set) >= set.start && partition(set) >= most(set);
}

export const partitionIsOffset: Rule = {
  id: 'partition-is-offset',
  severity: 'error',
  title: 'the partition counts from ordinals.start on',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L679, stateful_set_utils.go L535; kubernetes#128529',
  set: (set, report) => {
    if (!misreadPartition(set)) return;
    const given = partition(set);
    const index = partitionOffset(given, set.start);
    report({
      object: set.object,
      path: ['spec', 'updateStrategy', 'rollingUpdate', 'partition'],
      message: `partition is ${given} with ${most(set)} replicas and ordinals from ${set.start}: it is an index and no ordinal, `
        + 'so it lies above every pod and nothing is ever updated',
      fix: index < most(set) ? `write partition: ${index} to update from ${set.podName(given)} on`
        : `write an index from 0 (${set.podName(set.start)}) to ${most(set) - 1} (${set.podName(set.start + most(set) - 1)})`,
    });
  },
};
