import { shown } from './json';
import { isDnsSubdomain } from './label-syntax';
import type { Rule } from './rule';

/** The minor version whose API server validates templates. */
const TEMPLATES = 34;

export const templateNodeName: Rule = {
  id: 'template-node-name',
  severity: 'error',
  title: 'the pod template names no node',
  source: 'accepted by 1.28.15 and 1.36.3; kubernetes.io/docs/concepts/storage/storage-classes (WaitForFirstConsumer and nodeName)',
  set: (set, report, { minor }) => {
    if (!set.pod.nodeName) return;
    report({
      object: set.object,
      path: set.podPath('nodeName'),
      rejected: minor >= TEMPLATES && !isDnsSubdomain(String(set.pod.nodeName)),
      message: `nodeName is ${shown(set.pod.nodeName)}: every member goes to this node past the scheduler, `
        + 'claims of a class with WaitForFirstConsumer stay Pending, and all members end with the node',
      fix: `remove nodeName; to choose nodes use nodeSelector, for example kubernetes.io/hostname: ${String(set.pod.nodeName)}`,
    });
  },
};
