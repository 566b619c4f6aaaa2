import { misreadPartition } from './partition-is-offset';
import type { Rule } from './rule';
import { most } from './scale';
import { partition } from './update-strategy';

export const partitionBelowReplicas: Rule = {
  id: 'partition-below-replicas',
  severity: 'warning',
  title: 'the partition is below the number of replicas',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_control.go L676',
  set: (set, report) => {
    const given = partition(set);
    const replicas = most(set);
    if (replicas < 1 || given < replicas || misreadPartition(set)) return;
    report({
      object: set.object,
      path: ['spec', 'updateStrategy', 'rollingUpdate', 'partition'],
      message: `partition is ${given} with ${replicas} replicas: no pod is ever updated, and a deleted pod comes back on the old revision`,
      fix: `write partition: ${replicas - 1} to update the last pod only, and partition: 0 to update all`,
    });
  },
};
