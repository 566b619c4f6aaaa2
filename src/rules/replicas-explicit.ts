import type { Rule } from './rule';

export const replicasExplicit: Rule = {
  id: 'replicas-explicit',
  // No warning: the API's default of 1 is a sound number, and the harm needs a second release that drops the field.
  severity: 'info',
  title: 'spec.replicas is written, unless an autoscaler owns it',
  source: 'kubernetes v1.28.15 pkg/apis/apps/v1/defaults.go L144',
  set: ({ object, replicasWritten, autoscaler, range }, report) => {
    if (replicasWritten || autoscaler || range) return;
    report({
      object,
      path: ['spec', 'replicas'],
      message: 'spec.replicas is not written; a first apply starts 1 pod, and removing the field later can scale a running set down to 1',
      fix: 'write spec.replicas, or render the HorizontalPodAutoscaler that owns it beside the set',
    });
  },
};
