import { shown } from './json';
import type { Rule } from './rule';
import { most } from './scale';
import { antiAffinityTerms, spreadsItself } from './spread-terms';

export const requiredAntiAffinityCapacity: Rule = {
  id: 'required-anti-affinity-capacity',
  // No warning: how many nodes and zones there are is not in any manifest.
  severity: 'info',
  title: 'a required anti-affinity finds a node or zone for every member',
  source: 'kubernetes v1.28.15 pkg/scheduler/framework/plugins/interpodaffinity/filtering.go L321 (satisfyPodAntiAffinity)',
  set: (set, report) => {
    const replicas = most(set);
    for (const own of antiAffinityTerms(set)) {
      if (replicas < 2 || !own.required || !spreadsItself(set, own)) continue;
      report({
        object: set.object,
        path: own.path,
        message: `the anti-affinity over ${shown(own.term.topologyKey)} is required: with fewer than ${replicas} of them the last pods stay pending, `
          + (set.parallel ? 'and a drained member finds no place' : 'and OrderedReady stops there'),
        fix: `make sure of ${replicas} or more, one to spare for drains, or write preferredDuringSchedulingIgnoredDuringExecution`,
      });
    }
  },
};
