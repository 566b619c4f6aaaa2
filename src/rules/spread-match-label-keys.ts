import { list } from './json';
import type { Rule } from './rule';
import { antiAffinityTerms, spreadConstraints } from './spread-terms';

export const spreadMatchLabelKeys: Rule = {
  id: 'spread-match-label-keys',
  severity: 'warning',
  title: 'matchLabelKeys names labels that pods of a StatefulSet have',
  source: 'kubernetes v1.28.15 pkg/scheduler/framework/plugins/podtopologyspread/common.go L101-L105; accepted by kube-apiserver 1.28.15 and 1.36.3',
  set: (set, report) => {
    for (const { term, path } of [...spreadConstraints(set), ...antiAffinityTerms(set)]) {
      if (!list(term.matchLabelKeys).includes('pod-template-hash') || 'pod-template-hash' in set.templateLabels) continue;
      report({
        object: set.object,
        path: [...path, 'matchLabelKeys'],
        message: 'matchLabelKeys names "pod-template-hash", which only pods of Deployments carry: the key is ignored, so pods of all revisions are counted together',
        fix: 'write matchLabelKeys: [controller-revision-hash]',
      });
    }
  },
};
