import { isDeclared } from './declared';
import { map } from './json';
import type { Rule } from './rule';

export const hpaOwnsReplicas: Rule = {
  id: 'hpa-owns-replicas',
  severity: 'warning',
  title: 'a set with a HorizontalPodAutoscaler has no spec.replicas, and the autoscaler stays in the declared range',
  source: 'kubernetes v1.28.15 pkg/controller/podautoscaler/horizontal.go: it writes the scale; an apply of the manifest writes it back',
  set: (set, report) => {
    const { object, autoscaler, replicasWritten, replicas, range, quorum } = set;
    if (!autoscaler) return;
    const { minReplicas = 1, maxReplicas } = map(autoscaler.spec);
    const name = `HorizontalPodAutoscaler "${autoscaler.metadata?.name}"`;
    if (replicasWritten) {
      report({
        object,
        path: ['spec', 'replicas'],
        // The pods run under either number; members that decide by majority lose it, and a declaration has `autoscale` for both.
        severity: quorum || isDeclared(set) ? 'error' : 'warning',
        message: `replicas is ${replicas} and ${name} changes it: every apply of this manifest sets it back, which stops or starts members`,
        fix: 'leave spec.replicas out, or remove the autoscaler',
      });
    } else if (range && (minReplicas < range[0] || maxReplicas > range[1])) {
      report({
        object,
        path: ['metadata', 'annotations', 'cdk8s-stateful.dev/replicas'],
        severity: 'error',
        message: `the set is declared for ${range[0]} to ${range[1]} replicas and ${name} goes from ${minReplicas} to ${maxReplicas}: `
          + 'budget, peer lists and certificates were derived from another range',
        fix: `declare autoscale: { min: ${minReplicas}, max: ${maxReplicas} }, or keep the autoscaler within the range`,
      });
    } else if (quorum && !range) {
      report({
        object,
        path: ['spec', 'replicas'],
        severity: 'error',
        message: `${name} changes the number of members that decide by majority: peer lists and the majority are fixed in this manifest`,
        fix: 'remove the autoscaler, or declare autoscale: { min, max }',
      });
    }
  },
};
